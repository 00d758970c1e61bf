package com.ofauth.access.build.spec;

/**
 * A header of a response.
 *
 * @param pointer JSON pointer of the header in the document
 * @param schema what its text can be read as
 * @param example its example as text; empty when it has none
 */
public record Header(String pointer, Schema schema, String example) {}
