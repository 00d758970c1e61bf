package com.ofauth.access.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenParameter;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;
import org.openapitools.codegen.utils.ModelUtils;

/**
 * Generates the wire models and the Retrofit interfaces. Gives the templates what they can't find
 * out: see {@link PropertyFacts}; descriptions as Javadoc; and the table of all models.
 */
public final class OfAuthCodegen extends FormattedCodegen {
  private @Nullable SharedInterface sharedInterface;

  /** Called by the generator's plugin. */
  public OfAuthCodegen() {}

  @Override
  public String getName() {
    return "ofauth";
  }

  @Override
  public void processOpts() {
    super.processOpts();
    supportingFiles.add(
        new SupportingFile("modelAdapters.mustache", folder(modelPackage()), "ModelAdapters.java"));
    supportingFiles.add(
        new SupportingFile(
            "nativeImage.mustache",
            "src/main/resources/META-INF/native-image/com.ofauth/ofauth-access-generated",
            "reachability-metadata.json"));
  }

  @Override
  public void preprocessOpenAPI(OpenAPI document) {
    super.preprocessOpenAPI(document);
    sharedInterface = SharedInterface.find(document);
    if (sharedInterface != null) {
      supportingFiles.add(
          new SupportingFile(
              "sharedInterface.mustache",
              folder(modelPackage()),
              sharedInterface.name() + ".java"));
    }
  }

  @Override
  public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> all) {
    Map<String, ModelsMap> processed = super.postProcessAllModels(all);
    processed
        .keySet()
        .removeIf(name -> PropertyFacts.isReadAsText(ModelUtils.getSchema(openAPI, name)));
    for (ModelsMap models : processed.values()) {
      for (ModelMap model : models.getModels()) {
        extend(model.getModel());
      }
    }
    return processed;
  }

  private void extend(CodegenModel model) {
    model.description = escaped(model.unescapedDescription);
    if (!model.oneOf.isEmpty()) {
      model.vendorExtensions.put("x-kind", PropertyFacts.kindOfUnion(openAPI, model.name));
    }
    if (model.vars.size() > Long.SIZE) {
      model.vendorExtensions.put("x-wide", true);
    }
    for (int i = 0; i < model.vars.size(); i++) {
      new PropertyFacts(model.vars.get(i), openAPI).extend(i);
    }
    boolean hasObjects =
        model.vars.stream().anyMatch(it -> !it.vendorExtensions.containsKey("x-primitive"));
    if (hasObjects) {
      model.vendorExtensions.put("x-has-objects", true);
    }
    if (sharedInterface != null) {
      share(model, sharedInterface);
    }
  }

  private static void share(CodegenModel model, SharedInterface shared) {
    String name = shared.of(model);
    if (name != null) {
      model.vendorExtensions.put("x-shared", name);
      model.vars.stream()
          .filter(shared::has)
          .forEach(property -> property.vendorExtensions.put("x-implements", true));
    }
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
}
