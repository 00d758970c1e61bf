package com.ofauth.access.build.diff;

/**
 * One difference between two versions of the document.
 *
 * @param impact what it means for users
 * @param place the file and the line: of the new document, or of the old one for what is gone
 * @param subject the name that a changelog has to mention: a property, parameter, value, status,
 *     path or schema; empty when another change has it
 * @param text what changed, in the words of the API's users
 */
public record SpecChange(Impact impact, String place, String subject, String text) {

  @Override
  public String toString() {
    return place + ": " + impact + ": " + text;
  }
}
