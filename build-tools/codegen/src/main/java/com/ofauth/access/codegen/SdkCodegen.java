package com.ofauth.access.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * Generates the part of the SDK that the document determines: an entry for each tag, a query for
 * each paged operation, an enum for each parameter that has one.
 *
 * <p>The generator makes one file of each group of operations. Here an operation belongs to several
 * groups: that of its tag, that of its query, and those of its enums. The facts of a group decide
 * what the template makes of it.
 */
public final class SdkCodegen extends FormattedCodegen {
  private static final String PAGE_SIZE = "internal.api";

  private final Map<String, EntryFacts> entries = new HashMap<>();

  /** What the template is told of a group, once the generator knows all of its operations. */
  private final Map<String, Supplier<Map<String, Object>>> groups = new HashMap<>();

  /** Called by the generator's plugin. */
  public SdkCodegen() {}

  @Override
  public String getName() {
    return "ofauth-sdk";
  }

  @Override
  public void processOpts() {
    super.processOpts();
    String name = apiPackage() + "." + PAGE_SIZE;
    supportingFiles.add(new SupportingFile("pageSize.mustache", folder(name), "PageSize.java"));
  }

  @Override
  public void preprocessOpenAPI(OpenAPI document) {
    super.preprocessOpenAPI(document);
    additionalProperties.put("maxLimit", PagingFacts.maxLimit(document));
  }

  @Override
  public void addOperationToGroup(
      String tag,
      String path,
      Operation source,
      CodegenOperation operation,
      Map<String, List<CodegenOperation>> operations) {
    OperationFacts facts = new OperationFacts(this, openAPI, source, operation);
    EntryFacts entry = entries.computeIfAbsent(tag, this::entry);
    entry.add(facts);
    groups.put(tag, () -> Map.of("entry", entry.ofEntry()));
    put(operations, tag, operation);
    if (facts.isPaged()) {
      groups.put(facts.queryName(), () -> Map.of("query", facts.ofQuery()));
      put(operations, facts.queryName(), operation);
    }
    facts
        .enums()
        .forEach(
            (name, values) -> {
              groups.put(name, () -> Map.of("enum", values));
              put(operations, name, operation);
            });
  }

  private EntryFacts entry(String tag) {
    return openAPI.getTags().stream()
        .filter(one -> one.getName().equals(tag))
        .map(one -> new EntryFacts(one.getDescription()))
        .findFirst()
        .orElseThrow();
  }

  private static void put(
      Map<String, List<CodegenOperation>> operations, String group, CodegenOperation operation) {
    operations.computeIfAbsent(group, key -> new ArrayList<>()).add(operation);
  }

  @Override
  public String toApiName(String group) {
    return group;
  }

  @Override
  public OperationsMap postProcessOperationsWithModels(
      OperationsMap objects, List<ModelMap> models) {
    OperationsMap processed = super.postProcessOperationsWithModels(objects, models);
    String group = processed.getOperations().getClassname();
    processed.putAll(Objects.requireNonNull(groups.get(group), group).get());
    return processed;
  }
}
