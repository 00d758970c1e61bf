package com.ofauth.access.build.diff;

/**
 * One difference between two versions of the document.
 *
 * @param impact what it means for users: the graver of what it means on the wire and what it means
 *     for the Java API
 * @param wire what it means on the wire alone
 * @param place the file and the line: of the new document, or of the old one for what is gone
 * @param owner the class that has the change; empty where it is none's
 * @param subject the name that a changelog has to mention: a property, parameter, value, status,
 *     path or schema; empty when another change has it
 * @param text what changed, in the words of the API's users
 */
public record SpecChange(
    Impact impact, Impact wire, String place, String owner, String subject, String text) {

  @Override
  public String toString() {
    return place + ": " + impact + ": " + text;
  }
}
