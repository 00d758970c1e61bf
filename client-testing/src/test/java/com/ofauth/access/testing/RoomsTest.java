package com.ofauth.access.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The packages of the test provider depend on each other in one direction. */
final class RoomsTest {
  private static final String EXPORTED = "com.ofauth.access.testing";
  private static final String INTERNAL = EXPORTED + ".internal.";

  /** The lowest first. A class may use classes of its own room and of lower rooms. */
  private static final List<String> ORDER =
      List.of("values", "exchange", "server", "service", "provider");

  /** Exported enums that use nothing else and that the internal rooms work with. */
  private static final Set<String> VALUES =
      Set.of("AddressMode", "ErrorDialect", "FilterMode", "Framing", "ResetHeader");

  private static final int MAX_FILES = 40;

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
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
        new ClassFileImporter().importClass(Class.forName(INTERNAL + "exchange.PreparedEdge"));

    assertThat(forbidden(List.of(prepared)))
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .startsWith("exchange may not use service: ")
                    .contains(
                        "internal.exchange.PreparedEdge.open()",
                        "calls method",
                        "internal.service.RequestLog.openConnections()",
                        "PreparedEdge.java:14"));
  }

  @Test
  void theExportedPackageHoldsPublicTypesOnly() {
    assertThat(classes)
        .filteredOn(type -> type.getPackageName().equals(EXPORTED))
        .filteredOn(JavaClass::isTopLevelClass)
        .filteredOn(type -> !type.getSimpleName().equals("package-info"))
        .hasSizeGreaterThan(20)
        .allSatisfy(type -> assertThat(type.getModifiers()).contains(JavaModifier.PUBLIC));
  }

  @Test
  void noPackageHoldsMoreThanFortyFiles() {
    Map<String, Long> files =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

    assertThat(files.values())
        .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(MAX_FILES));
  }

  private static List<String> forbidden(Collection<JavaClass> origins) {
    Set<String> findings = new TreeSet<>();
    for (JavaClass origin : origins) {
      for (Dependency edge : origin.getDirectDependenciesFromSelf()) {
        JavaClass target = edge.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith(EXPORTED)) {
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

  private static String room(JavaClass type) {
    String packageName = type.getPackageName();
    if (packageName.startsWith(INTERNAL)) {
      return packageName.substring(INTERNAL.length());
    }
    String outermost = type.getName().substring(EXPORTED.length() + 1).split("\\$", 2)[0];
    return VALUES.contains(outermost) ? "values" : "provider";
  }
}
