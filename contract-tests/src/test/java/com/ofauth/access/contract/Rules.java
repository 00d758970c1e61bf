package com.ofauth.access.contract;

import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.matchingrules.BooleanMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import java.util.List;

/** Collects the matching rules of one body. */
final class Rules {
  /**
   * Text, number, boolean, object and array alike: what is no null has a text. Written as all
   * dialects of regular expressions read it, those of verifiers in other languages too.
   */
  private static final MatchingRule ANY_TEXT = new RegexMatcher("[\\s\\S]*", null);

  private final MatchingRuleCategory rules = new MatchingRuleCategory("body");

  MatchingRuleCategory collected() {
    return rules;
  }

  static String child(String path, String name) {
    // A name of digits is a name here, never an index.
    return PathExpressionsKt.constructValidPath(name, path, false);
  }

  static String anyElement(String path) {
    return path + "[*]";
  }

  void equalTo(String path) {
    add(path, EqualsMatcher.INSTANCE);
  }

  void sameType(String path) {
    add(path, TypeMatcher.INSTANCE);
  }

  void atLeastOne(String path) {
    add(path, new MinTypeMatcher(1));
  }

  /** Each property that is there is compared; none has to be there. */
  void onlyWhatIsThere(String path) {
    add(path, ValuesMatcher.INSTANCE);
  }

  void integer(String path, boolean nullable) {
    orNull(path, new NumberTypeMatcher(NumberTypeMatcher.NumberType.INTEGER), nullable);
  }

  /**
   * Text or boolean, whichever the example is. The boolean rule of Pact would take the text "true"
   * as well.
   */
  void scalar(String path, boolean nullable) {
    orNull(path, TypeMatcher.INSTANCE, nullable);
  }

  /** One of these words, which are plain enough to stand in a regular expression. */
  void oneOf(String path, List<String> words) {
    add(path, new RegexMatcher("^(" + String.join("|", words) + ")$", null));
  }

  void anything(String path) {
    rules.setRules(path, List.of(NullMatcher.INSTANCE, ANY_TEXT), RuleLogic.OR);
  }

  /** Text, or a value of another type. The example has to be text: by it the rule knows text. */
  void textOr(String path, String type) {
    MatchingRule other =
        switch (type) {
          case "boolean" -> BooleanMatcher.INSTANCE;
          case "number" -> new NumberTypeMatcher(NumberTypeMatcher.NumberType.NUMBER);
          default -> throw new IllegalArgumentException("no rule of Pact for text or " + type);
        };
    rules.setRules(path, List.of(other, TypeMatcher.INSTANCE), RuleLogic.OR);
  }

  private void orNull(String path, MatchingRule rule, boolean nullable) {
    if (nullable) {
      rules.setRules(path, List.of(NullMatcher.INSTANCE, rule), RuleLogic.OR);
    } else {
      add(path, rule);
    }
  }

  private void add(String path, MatchingRule rule) {
    rules.addRule(path, rule);
  }
}
