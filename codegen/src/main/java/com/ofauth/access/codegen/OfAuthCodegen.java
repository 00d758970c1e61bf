package com.ofauth.access.codegen;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import io.swagger.v3.oas.models.media.Schema;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.JavaClientCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * OpenAPI Generator's Java client with our templates alone. Gives the templates what they can't
 * find out: descriptions as Javadoc, the description behind a reference, and the table of all
 * models. Formats what it writes, and drops imports that nothing uses.
 */
public final class OfAuthCodegen extends JavaClientCodegen {
  /** Called by the generator's plugin. */
  public OfAuthCodegen() {}

  @Override
  public String getName() {
    return "ofauth";
  }

  @Override
  public void processOpts() {
    super.processOpts();
    supportingFiles.clear();
    String folder = (sourceFolder + "/" + modelPackage()).replace('.', '/');
    supportingFiles.add(new SupportingFile("modelAdapters.mustache", folder, "ModelAdapters.java"));
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
    Map<String, ModelsMap> processed = super.postProcessAllModels(all);
    for (ModelsMap models : processed.values()) {
      for (ModelMap model : models.getModels()) {
        document(model.getModel());
      }
    }
    return processed;
  }

  private void document(CodegenModel model) {
    model.description = escaped(model.unescapedDescription);
    for (CodegenProperty property : model.vars) {
      String text = escaped(description(property));
      if (text != null) {
        property.vendorExtensions.put("x-returns", JavadocText.returned(text));
        String rest = JavadocText.rest(text);
        if (!rest.isEmpty()) {
          property.vendorExtensions.put("x-more", rest);
        }
      }
    }
  }

  private @Nullable String description(CodegenProperty property) {
    if (property.unescapedDescription != null || property.getRef() == null) {
      return property.unescapedDescription;
    }
    Schema<?> target = ModelUtils.getSchema(openAPI, ModelUtils.getSimpleRef(property.getRef()));
    return target == null ? null : target.getDescription();
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(
      OperationsMap objects, List<ModelMap> models) {
    OperationsMap processed = super.postProcessOperationsWithModels(objects, models);
    for (CodegenOperation operation : processed.getOperations().getOperation()) {
      operation.summary = escaped(operation.summary);
      operation.notes = escaped(operation.unescapedNotes);
      for (CodegenParameter parameter : operation.allParams) {
        parameter.description = escaped(parameter.unescapedDescription);
      }
      if (operation.authMethods != null) {
        operation.authMethods.forEach(
            security -> security.description = escaped(security.description));
      }
    }
    return processed;
  }

  private static @Nullable String escaped(@Nullable String text) {
    return text == null ? null : JavadocText.escape(text);
  }

  @Override
  public boolean isEnablePostProcessFile() {
    return true;
  }

  @Override
  public void postProcessFile(File file, String fileType) {
    if (!file.getName().endsWith(".java")) {
      return;
    }
    try {
      String source = Files.readString(file.toPath());
      String formatted =
          new Formatter().formatSource(RemoveUnusedImports.removeUnusedImports(source));
      Files.writeString(file.toPath(), formatted);
    } catch (FormatterException e) {
      throw new IllegalStateException(
          "The templates make what is no Java: " + file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
