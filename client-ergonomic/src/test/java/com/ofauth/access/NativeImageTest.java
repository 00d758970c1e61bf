package com.ofauth.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ofauth.access.internal.paging.GeneratedApis;
import com.ofauth.access.model.Chat;
import com.squareup.moshi.Moshi;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import retrofit2.http.GET;

/** The metadata for native images names every reflective access that the SDK makes. */
@SuppressWarnings("unchecked")
final class NativeImageTest {
  private static final String PLACE = "/META-INF/native-image/com.ofauth/";

  /** What reaches classes, members or resources by name, or makes proxies. */
  private static final Set<String> REFLECTIVE =
      Set.of(
          "java.lang.Class.forName",
          "java.lang.Class.getField",
          "java.lang.Class.getFields",
          "java.lang.Class.getDeclaredField",
          "java.lang.Class.getDeclaredFields",
          "java.lang.Class.getMethod",
          "java.lang.Class.getMethods",
          "java.lang.Class.getDeclaredMethod",
          "java.lang.Class.getDeclaredMethods",
          "java.lang.Class.getConstructor",
          "java.lang.Class.getDeclaredConstructor",
          "java.lang.Class.newInstance",
          "java.lang.Class.getResource",
          "java.lang.Class.getResourceAsStream",
          "java.lang.ClassLoader.getResource",
          "java.lang.ClassLoader.getResourceAsStream",
          "java.lang.ClassLoader.loadClass",
          "java.lang.invoke.MethodHandles$Lookup.findVirtual",
          "java.lang.invoke.MethodHandles$Lookup.findStatic",
          "java.lang.invoke.MethodHandles$Lookup.findConstructor",
          "java.lang.reflect.Proxy.newProxyInstance",
          "java.util.ResourceBundle.getBundle",
          "java.util.ServiceLoader.load",
          "retrofit2.Retrofit.create");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(
              location ->
                  location.contains("client-ergonomic")
                      || location.contains("client-generated")
                      || location.contains("ofauth-access-generated"))
          .importPackages("com.ofauth.access");

  @Test
  void fewClassesReachByNameOrMakeProxies() {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : classes) {
      for (JavaAccess<?> access : type.getAccessesFromSelf()) {
        String target =
            access.getTarget().getOwner().getName() + "." + access.getTarget().getName();
        if (REFLECTIVE.contains(target)) {
          found.add(type.getSimpleName() + " " + access.getTarget().getName());
        }
      }
    }

    assertThat(classes.contain(Chat.class)).as("the models are looked at").isTrue();
    assertThat(found)
        .as("if this grows, name in reachability-metadata.json what the new access reaches")
        .containsExactly(
            "GeneratedApis create",
            // Copies an exception; one whose class is not registered becomes an IOException.
            "Secrets getConstructor",
            "UserAgent getField",
            "UserAgent getResourceAsStream",
            "Workers forName",
            "Workers getMethod");
  }

  @Test
  void namesTheProxyOfEachGeneratedInterface() throws IOException {
    List<String> interfaces =
        classes.stream()
            .filter(type -> type.isInterface() && hasRequests(type))
            .map(JavaClass::getName)
            .toList();
    List<Map<String, Object>> entries = reflection("ofauth-access-generated");

    assertThat(interfaces).hasSizeGreaterThanOrEqualTo(2);
    assertThat(entries)
        .filteredOn(entry -> entry.get("type") instanceof Map)
        .extracting(entry -> ((Map<String, Object>) get(entry, "type")).get("proxy"))
        .containsExactlyInAnyOrderElementsOf(interfaces.stream().map(List::of).toList());
    assertThat(entries)
        .filteredOn(entry -> entry.get("type") instanceof String)
        .allSatisfy(entry -> assertThat(entry).containsEntry("allDeclaredMethods", true))
        .extracting(entry -> entry.get("type"))
        .containsExactlyInAnyOrderElementsOf(interfaces);
  }

  @Test
  void namesOnlyWhatThereIs() throws IOException {
    List<String> named = new ArrayList<>();
    for (Map<String, Object> entry : reflection("ofauth-access")) {
      String type = (String) get(entry, "type");
      if (type.equals("java.lang.Thread$Builder") && Runtime.version().feature() < 21) {
        continue;
      }
      for (Map<String, Object> method : list(entry, "methods")) {
        if (Runtime.version().feature() >= 21) {
          assertThatCode(
                  () -> Class.forName(type).getMethod((String) get(method, "name"), types(method)))
              .as("%s %s", type, method)
              .doesNotThrowAnyException();
        }
        named.add(type + "." + method.get("name"));
      }
      for (Map<String, Object> field : list(entry, "fields")) {
        assertThatCode(() -> Class.forName(type).getField((String) get(field, "name")))
            .doesNotThrowAnyException();
        named.add(type + "." + field.get("name"));
      }
    }
    assertThat(named).contains("java.lang.Thread.ofVirtual", "okhttp3.OkHttp.VERSION");
    List<Map<String, Object>> resources = list(metadata("ofauth-access"), "resources");
    assertThat(resources)
        .isNotEmpty()
        .allSatisfy(
            resource ->
                assertThat(GeneratedApis.class.getResource("/" + resource.get("glob")))
                    .isNotNull());
  }

  private static boolean hasRequests(JavaClass type) {
    return type.getMethods().stream()
        .flatMap(method -> method.getAnnotations().stream())
        .anyMatch(a -> a.getRawType().getPackageName().equals(GET.class.getPackageName()));
  }

  private static Class<?>[] types(Map<String, Object> method) throws ClassNotFoundException {
    List<Class<?>> types = new ArrayList<>();
    for (Object name : (List<?>) get(method, "parameterTypes")) {
      types.add(Class.forName((String) name));
    }
    return types.toArray(Class<?>[]::new);
  }

  private static Object get(Map<String, Object> entry, String name) {
    return Objects.requireNonNull(entry.get(name), name);
  }

  private static List<Map<String, Object>> reflection(String artifact) throws IOException {
    return list(metadata(artifact), "reflection");
  }

  private static List<Map<String, Object>> list(Map<String, Object> from, String name) {
    return (List<Map<String, Object>>) from.getOrDefault(name, List.of());
  }

  private static Map<String, Object> metadata(String artifact) throws IOException {
    String file = PLACE + artifact + "/reachability-metadata.json";
    try (InputStream in =
        Objects.requireNonNull(NativeImageTest.class.getResourceAsStream(file), file)) {
      String json = new String(in.readAllBytes(), UTF_8);
      return (Map<String, Object>)
          Objects.requireNonNull(new Moshi.Builder().build().adapter(Object.class).fromJson(json));
    }
  }
}
