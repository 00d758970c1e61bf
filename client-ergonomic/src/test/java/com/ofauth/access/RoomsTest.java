package com.ofauth.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rooms of the SDK depend on each other in one direction, and the exported package holds what
 * users import and nothing else.
 */
final class RoomsTest {
  private static final String EXPORTED = "com.ofauth.access";
  private static final String INTERNAL = EXPORTED + ".internal.";

  /** Exported too, and a part of the api. */
  private static final Set<String> FURTHER = Set.of(EXPORTED + ".changes", EXPORTED + ".decoding");

  /** The lowest first. A class may use classes of its own room and of lower rooms. */
  private static final List<String> ORDER =
      List.of("util", "api", "limits", "http", "reading", "paging", "entry", "fakes");

  /** Public types whose factories make fakes, by the one class that does so. */
  private static final Set<String> MAKE_FAKES =
      Set.of(EXPORTED + ".Page", EXPORTED + ".Paginated", EXPORTED + ".changes.Changes");

  private static final String FAKES = INTERNAL + "reading.InMemory";

  /**
   * The exported classes that put everything together: these two, and what a connection gives; all
   * other exported classes are the api.
   */
  private static final Set<String> ENTRY =
      Stream.concat(
              Stream.of(OfAuthClient.class, OfAuthConnection.class),
              Arrays.stream(OfAuthConnection.class.getMethods()).map(Method::getReturnType))
          .map(Class::getName)
          .collect(Collectors.toSet());

  /** The implementation of {@code ApiBridge}: the one exported class that is not public. */
  private static final String BRIDGE = "PublicTypes";

  /** Public members that mention a library on purpose. */
  private static final Set<String> HOOKS =
      Set.of(
          EXPORTED + ".OfAuthClient$Builder.okHttpClient(okhttp3.OkHttpClient)",
          EXPORTED
              + ".BucketProvider.bucket(java.lang.String, io.github.bucket4j.BucketConfiguration)");

  private static final List<String> NOT_EXPORTED =
      List.of(INTERNAL, "okhttp3.", "okio.", "retrofit2.", "com.squareup.", "io.github.", "kotlin");

  private static final int MAX_FILES = 40;

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> location.contains("client-ergonomic"))
          .importPackages(EXPORTED);

  @Test
  void roomsUseOnlyLowerRooms() {
    assertThat(classes.stream().map(RoomsTest::room).distinct())
        .containsExactlyInAnyOrderElementsOf(ORDER);
    assertThat(forbidden(classes.stream().toList())).isEmpty();
  }

  @Test
  void namesClassAndEdgeOfAForbiddenUse() throws Exception {
    JavaClass prepared =
        new ClassFileImporter().importClass(Class.forName(INTERNAL + "limits.PreparedEdge"));

    assertThat(forbidden(List.of(prepared)))
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .startsWith("limits may not use http: ")
                    .contains(
                        "internal.limits.PreparedEdge.total()",
                        "calls method",
                        "internal.http.Timeouts.total()",
                        "PreparedEdge.java:15"));
  }

  @Test
  void theExportedPackageHoldsPublicTypesAndOneBridge() {
    assertThat(classes)
        .filteredOn(type -> type.getPackageName().equals(EXPORTED))
        .filteredOn(JavaClass::isTopLevelClass)
        .filteredOn(type -> !type.getSimpleName().equals("package-info"))
        .hasSizeGreaterThan(30)
        .filteredOn(type -> !type.getModifiers().contains(JavaModifier.PUBLIC))
        .extracting(JavaClass::getSimpleName)
        .containsExactly(BRIDGE);
  }

  @Test
  void publicSignaturesMentionNoLibraryButInTheDocumentedHooks() {
    Set<String> findings = new TreeSet<>();
    for (JavaClass type : classes) {
      if (isExported(type) && isVisible(type)) {
        findings.addAll(libraries(type));
      }
    }

    assertThat(findings).containsExactlyInAnyOrderElementsOf(HOOKS);
  }

  @Test
  void noFolderHoldsMoreThanFortyFiles() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      Map<Path, Long> files =
          sources
              .filter(Files::isRegularFile)
              .filter(file -> !file.endsWith("package-info.java"))
              .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

      assertThat(files)
          .hasSizeGreaterThan(ORDER.size())
          .containsKey(Path.of("src/main/java/com/ofauth/access"))
          .allSatisfy((folder, count) -> assertThat(count).isLessThanOrEqualTo(MAX_FILES));
    }
  }

  private static List<String> forbidden(Collection<JavaClass> origins) {
    Set<String> findings = new TreeSet<>();
    for (JavaClass origin : origins) {
      for (Dependency edge : origin.getDirectDependenciesFromSelf()) {
        JavaClass target = edge.getTargetClass().getBaseComponentType();
        boolean makesFake = MAKE_FAKES.contains(origin.getName()) && target.getName().equals(FAKES);
        if (isOurs(target) && !makesFake) {
          String from = room(origin);
          String to = room(target);
          if (ORDER.indexOf(to) > ORDER.indexOf(from)) {
            findings.add(from + " may not use " + to + ": " + edge.getDescription());
          }
        }
      }
    }
    return new ArrayList<>(findings);
  }

  /** Not a class of the generated client, which lies below all rooms. */
  private static boolean isOurs(JavaClass type) {
    String packageName = type.getPackageName();
    return packageName.equals(EXPORTED)
        || FURTHER.contains(packageName)
        || (packageName.startsWith(INTERNAL)
            && !packageName.equals(INTERNAL + "json")
            && !packageName.equals(INTERNAL + "spi")
            && !packageName.equals(INTERNAL + "wire"));
  }

  private static String room(JavaClass type) {
    String packageName = type.getPackageName();
    if (packageName.startsWith(INTERNAL)) {
      return packageName.substring(INTERNAL.length());
    }
    if (FURTHER.contains(packageName)) {
      return "api";
    }
    if (!packageName.equals(EXPORTED)) {
      return packageName;
    }
    String outermost = type.getName().split("\\$", 2)[0];
    return ENTRY.contains(outermost) ? "entry" : "api";
  }

  private static List<String> libraries(JavaClass type) {
    List<String> members = new ArrayList<>();
    Function<JavaType, Stream<JavaClass>> involved = t -> t.getAllInvolvedRawTypes().stream();
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      Stream<JavaType> signature =
          Stream.of(
                  Stream.of(unit.getReturnType()),
                  unit.getParameterTypes().stream(),
                  unit.getTypeParameters().stream(),
                  unit.getExceptionTypes().stream())
              .flatMap(types -> types);
      if (isVisible(unit) && signature.flatMap(involved).anyMatch(RoomsTest::isNotExported)) {
        members.add(unit.getFullName());
      }
    }
    for (JavaField field : type.getFields()) {
      if (isVisible(field) && involved.apply(field.getType()).anyMatch(RoomsTest::isNotExported)) {
        members.add(field.getFullName());
      }
    }
    Stream<JavaType> supertypes =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    if (supertypes.flatMap(involved).anyMatch(RoomsTest::isNotExported)) {
      members.add(type.getName());
    }
    return members;
  }

  private static boolean isExported(JavaClass type) {
    return type.getPackageName().equals(EXPORTED) || FURTHER.contains(type.getPackageName());
  }

  private static boolean isVisible(HasModifiers member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static boolean isNotExported(JavaClass type) {
    return NOT_EXPORTED.stream().anyMatch(type.getName()::startsWith);
  }
}
