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
                + "hasMore, itemKey, itemVersion, items, limitParameter, maxLimit, nextOffset, "
                + "offsetParameter, style");
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
        .containsExactly(
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
                .lint())
        .isEmpty();
  }
}
