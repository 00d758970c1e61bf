package com.ofauth.access.build.lint;

/**
 * One breach of one rule.
 *
 * @param line line in the file, from 1
 * @param rule short name of the rule
 * @param offender what broke it, as a person would name it
 * @param advice why it is a rule, and what to do instead
 */
record Finding(int line, String rule, String offender, String advice) {

  String in(String file) {
    return file + ":" + line + ": " + rule + " " + offender + ": " + advice;
  }
}
