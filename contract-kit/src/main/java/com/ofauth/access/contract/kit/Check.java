package com.ofauth.access.contract.kit;

/**
 * One thing that a verification looked at.
 *
 * @param operation the id of the operation in the OpenAPI document
 * @param name what was looked at
 * @param verdict what came of it
 * @param told why, if it is not kept; also what was left open, if it is
 */
public record Check(String operation, String name, Verdict verdict, String told) {}
