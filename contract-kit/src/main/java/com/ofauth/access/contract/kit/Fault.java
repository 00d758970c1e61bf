package com.ofauth.access.contract.kit;

/**
 * What is wrong at one place of one answer.
 *
 * @param path JSON path of the place, or what else of the answer is meant
 * @param expected what should be there, in words
 * @param found the kind of what is there, never the value
 */
record Fault(String path, String expected, String found) {}
