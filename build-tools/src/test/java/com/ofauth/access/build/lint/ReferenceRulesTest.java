package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReferenceRulesTest {

  private final SpecText good = SpecText.good();

  @Test
  void refusesAReferenceToNothing() {
    assertThat(
            good.with(
                    "tag: { $ref: '#/components/schemas/Badge' }",
                    "tag: { $ref: '#/components/schemas/Tga' }")
                .lint())
        .containsExactly(
            "good.yaml:110: ref-unresolved #/components/schemas/Tga: there is nothing of that "
                + "name; correct the name or add the component",
            "good.yaml:129: component-unused schemas/Badge: nothing refers to it, so it would only "
                + "grow the client; remove it or refer to it");
  }

  @Test
  void refusesAReferenceToAnotherFile() {
    assertThat(
            good.with(
                    "items: { $ref: '#/components/schemas/Pet' }",
                    "items: { $ref: 'pets.yaml#/Pet' }")
                .lint())
        .containsExactly(
            "good.yaml:21: paging-value listPets itemKey: owner.id: an item has no property "
                + "\"owner\" on the way; correct the path or add the property",
            "good.yaml:22: paging-value listPets itemVersion: name: an item has no property "
                + "\"name\" on the way; correct the path or add the property",
            "good.yaml:92: ref-unresolved pets.yaml#/Pet: references lead to \"#/components/…\" "
                + "of the same file, so that one file is the whole contract",
            "good.yaml:95: component-unused schemas/Pet: nothing refers to it, so it would only "
                + "grow the client; remove it or refer to it");
  }

  @Test
  void refusesWhatStandsBesideAReference() {
    assertThat(
            good.with(
                    "kind: { $ref: '#/components/schemas/Kind' }",
                    "kind: { $ref: '#/components/schemas/Kind', nullable: true }")
                .lint())
        .containsExactly(
            "good.yaml:109: ref-sibling nullable: OpenAPI 3.0 ignores what stands beside a $ref; "
                + "move it to #/components/schemas/Kind");
  }

  @Test
  void refusesAComponentThatNothingRefersTo() {
    assertThat(good.with("        tag: { $ref: '#/components/schemas/Badge' }\n", "").lint())
        .containsExactly(
            "good.yaml:128: component-unused schemas/Badge: nothing refers to it, so it would only "
                + "grow the client; remove it or refer to it");
  }

  @Test
  void takesAFieldOfAnExampleForDataEvenWhenItIsCalledRef() {
    assertThat(good.with("notes: { chip: null }", "notes: { $ref: nowhere }").lint()).isEmpty();
  }

  @Test
  void refusesAReferenceToAComponentOfAnotherKind() {
    assertThat(
            good.with(
                    "tag: { $ref: '#/components/schemas/Badge' }",
                    "tag: { $ref: '#/components/headers/Figure' }")
                .lint())
        .contains(
            "good.yaml:110: ref-kind #/components/headers/Figure: only something of "
                + "\"#/components/schemas\" can stand here; refer to a component of the right kind, or "
                + "write it out");
  }

  @Test
  void knowsPropertiesThatAreCalledLikeKeywords() {
    assertThat(
            good.with(
                    "photo: { type: string, description: URL of a picture. }",
                    "value: { $ref: '#/components/schemas/Missing' }")
                .lint())
        .containsExactly(
            "good.yaml:123: ref-unresolved #/components/schemas/Missing: there is nothing of that "
                + "name; correct the name or add the component");
  }

  @Test
  void refusesAComponentThatIsOnlyAnotherName() {
    assertThat(
            good.with(
                    "tag: { $ref: '#/components/schemas/Badge' }",
                    "tag: { $ref: '#/components/schemas/Mark' }")
                .with(
                    "    Badge:\n",
                    "    Mark: { $ref: '#/components/schemas/Badge' }\n    Badge:\n")
                .lint())
        .containsExactly(
            "good.yaml:129: component-alias schemas/Mark: it is only a second name, which no generated class has; "
                + "refer to the component itself where it is used");
  }
}
