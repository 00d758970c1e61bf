package com.ofauth.access.build.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PagingRulesTest {

  private static final String OFFSET_STYLE = "        style: offset\n";

  private final SpecText good = SpecText.good();

  @Test
  void refusesAPagedOperationThatDoesNotSayHow() {
    assertThat(good.with("x-ofauth-paging:", "x-paging:").lint())
        .containsExactly(
            "good.yaml:8: paging-missing listPets: its response has \"hasMore\", so it is paged; "
                + "say how with x-ofauth-paging");
  }

  @Test
  void refusesPagingThatIsNotComplete() {
    assertThat(
            good.with("        offsetParameter: offset\n", "")
                .with("        itemKey: owner.id\n", "")
                .lint())
        .containsExactly(
            "good.yaml:13: paging-incomplete listPets itemKey, offsetParameter: the pager can not "
                + "walk without it; add it to x-ofauth-paging");
  }

  @Test
  void refusesAnUnknownStyle() {
    assertThat(good.with(OFFSET_STYLE, "        style: page\n").lint())
        .containsExactly(
            "good.yaml:14: paging-value listPets style: page: the pager knows \"offset\" and "
                + "\"cursor\"");
  }

  @Test
  void refusesAKeyThatNobodyReads() {
    assertThat(good.with(OFFSET_STYLE, OFFSET_STYLE + "        total: list\n").lint())
        .containsExactly(
            "good.yaml:15: paging-value listPets total: list: nobody reads this key; known are "
                + "activityMovesTo, activityMovesToTail, all, allName, changes, comparedBy, compares, hasMore, itemKey, itemVersion, items, "
                + "limitParameter, maxLimit, nextOffset, offsetParameter, style");
  }

  @Test
  void refusesAParameterThatTheOperationDoesNotHave() {
    assertThat(good.with("limitParameter: limit", "limitParameter: size").lint())
        .containsExactly(
            "good.yaml:15: paging-value listPets limitParameter: size: the operation has no "
                + "parameter \"size\"; correct the name or add the parameter");
  }

  @Test
  void refusesALimitThatIsNotTheMaximumOfTheParameter() {
    assertThat(good.with("maxLimit: 20", "maxLimit: 50").lint())
        .containsExactly(
            "good.yaml:17: paging-value listPets maxLimit: 50: the parameter's maximum is 20; "
                + "make them equal");
  }

  @Test
  void refusesAPropertyThatTheResponseDoesNotHave() {
    assertThat(good.with("nextOffset: nextOffset", "nextOffset: next").lint())
        .containsExactly(
            "good.yaml:20: paging-value listPets nextOffset: next: the response has no property "
                + "\"next\"; correct the name or add the property");
  }

  @Test
  void refusesAPropertyOfAnotherType() {
    assertThat(good.with("items: list", "items: hasMore").lint())
        .contains(
            "good.yaml:18: paging-value listPets items: hasMore: the property \"hasMore\" of the "
                + "response is not of type array");
  }

  @Test
  void refusesAPathThatNoItemHas() {
    assertThat(good.with("itemKey: owner.id", "itemKey: owner.number").lint())
        .containsExactly(
            "good.yaml:21: paging-value listPets itemKey: owner.number: an item has no property "
                + "\"number\" on the way; correct the path or add the property");
  }

  @Test
  void refusesAKeyThatAnItemCanLack() {
    assertThat(good.with("itemKey: owner.id", "itemKey: owner.photo").lint())
        .containsExactly(
            "good.yaml:21: paging-value listPets itemKey: owner.photo: \"photo\" is optional, and "
                + "each item needs a key; choose a required property");
  }

  @Test
  void refusesAVersionThatCanNotBeCompared() {
    assertThat(good.with("itemVersion: name", "itemVersion: labels").lint())
        .containsExactly(
            "good.yaml:22: paging-value listPets itemVersion: labels: it does not lead to text or "
                + "an integer, which can be compared; correct the path");
  }

  @Test
  void takesPagingByCursor() {
    assertThat(
            good.with(OFFSET_STYLE, "        style: cursor\n")
                .with("offsetParameter: offset", "cursorParameter: offset")
                .with("nextOffset: nextOffset", "nextCursor: nextOffset")
                .with("        activityMovesTo: head\n", "")
                .lint())
        .isEmpty();
  }

  @Test
  void refusesNamesThatTheWalkDoesNotKnow() {
    assertThat(
            good.with("items: list", "items: pets")
                .with("required: [list, hasMore]", "required: [pets, hasMore]")
                .with("        list:\n          type", "        pets:\n          type")
                .lint())
        .contains(
            "good.yaml:18: paging-value listPets items: pets: the walk knows it by the name \"list\";"
                + " it reads no other page");
    assertThat(
            good.with("nextOffset: nextOffset", "nextOffset: goOnAt")
                .with("        nextOffset: {", "        goOnAt: {")
                .lint())
        .contains(
            "good.yaml:20: paging-value listPets nextOffset: goOnAt: the walk knows it by a name that"
                + " begins with \"next\"; it reads no other page");
  }

  @Test
  void refusesItemsThatAreNoObjects() {
    assertThat(
            good.with("items: { $ref: '#/components/schemas/Pet' }", "items: { type: string }")
                .lint())
        .anySatisfy(
            finding ->
                assertThat(finding)
                    .startsWith("good.yaml:18: paging-value listPets items: list: the walk reads"));
  }

  @Test
  void refusesAPageThatCanLackWhatTheWalkNeeds() {
    assertThat(good.with("required: [list, hasMore]", "required: [list]").lint())
        .containsExactly(
            "good.yaml:19: paging-value listPets hasMore: hasMore: each page needs it; make"
                + " \"hasMore\" required, and not nullable");
  }

  @Test
  void refusesAKeyThatCanBeNull() {
    assertThat(
            good.with(
                    "id: { type: integer, format: int64, description: Id. }",
                    "id: { type: integer, format: int64, nullable: true, description: Id. }")
                .lint())
        .containsExactly(
            "good.yaml:21: paging-value listPets itemKey: owner.id: \"id\" can be null, and each item"
                + " needs a key; choose a property that can't");
  }

  @Test
  void refusesKeysThatAreNoIds() {
    assertThat(good.with("itemKey: owner.id", "itemKey: name").lint())
        .containsExactly(
            "good.yaml:21: paging-value listPets itemKey: name: the walk knows items by integers, and"
                + " this is none; choose a property that is one");
  }

  @Test
  void refusesOffsetsThatTheWalkCanNotCountWith() {
    assertThat(
            good.with(
                    "nextOffset: { type: integer, format: int64",
                    "nextOffset: { type: integer, format: int32")
                .lint())
        .containsExactly(
            "good.yaml:20: paging-value listPets nextOffset: nextOffset: the walk counts in another"
                + " type; make it an integer of \"format: int64\"");
  }

  @Test
  void refusesACursorOfAnotherTypeThanItsParameter() {
    assertThat(
            good.with(OFFSET_STYLE, "        style: cursor\n")
                .with("offsetParameter: offset", "cursorParameter: offset")
                .with("nextOffset: nextOffset", "nextCursor: nextOffset")
                .with("        activityMovesTo: head\n", "")
                .with("nextOffset: { type: integer, format: int64", "nextOffset: { type: string")
                .lint())
        .contains(
            "good.yaml:16: paging-value listPets cursorParameter: offset: it is sent what nextCursor"
                + " gives; give both one type");
  }

  @Test
  void refusesDirectionsThatNobodyKnows() {
    assertThat(good.with("activityMovesTo: head", "activityMovesTo: top").lint())
        .containsExactly(
            "good.yaml:23: paging-value listPets activityMovesTo: top: activity moves an item to the"
                + " \"head\" or to the \"tail\"");
    assertThat(
            good.with(
                    "activityMovesTo: head",
                    "activityMovesTo: head\n        activityMovesToTail: order=new")
                .lint())
        .containsExactly(
            "good.yaml:24: paging-value listPets activityMovesToTail: order=new: give a parameter and"
                + " one of the values of its enum, as in order=old");
  }

  @Test
  void refusesNewsOfAListThatCanNotTellIt() {
    SpecText news =
        good.with("activityMovesTo: head", "activityMovesTo: head\n        changes: the new pets.");

    assertThat(news.lint()).isEmpty();
    assertThat(news.with("activityMovesTo: head", "activityMovesTo: tail").lint())
        .containsExactly(
            "good.yaml:24: paging-value listPets changes: the new pets.: news is looked for at the"
                + " head, where activity has to move items; remove it");
    assertThat(news.with("        itemVersion: name\n", "").lint())
        .containsExactly(
            "good.yaml:23: paging-value listPets changes: the new pets.: news is told by versions; add"
                + " itemVersion");
  }

  @Test
  void refusesAComparisonWithoutContent() {
    SpecText news =
        good.with("activityMovesTo: head", "activityMovesTo: head\n        changes: the new pets.");
    SpecText compared =
        news.with(
            "changes: the new pets.",
            "changes: the new pets.\n        compares: Pets.\n        comparedBy: name, owner.id");

    assertThat(compared.lint()).isEmpty();
    assertThat(compared.with("comparedBy: name, owner.id", "comparedBy: name, owner.age").lint())
        .containsExactly(
            "good.yaml:26: paging-value listPets comparedBy: name, owner.age: an item has no property"
                + " \"owner.age\"; correct the path or add the property");
    assertThat(compared.with("        comparedBy: name, owner.id\n", "").lint())
        .containsExactly(
            "good.yaml:25: paging-value listPets compares: Pets.: it adds to \"changes\", and"
                + " \"comparedBy\" lists what it compares; add them");
    assertThat(compared.with("        compares: Pets.\n", "").lint())
        .containsExactly(
            "good.yaml:25: paging-value listPets comparedBy: name, owner.id: nothing is compared; say by"
                + " \"compares\" what that finds");
  }
}
