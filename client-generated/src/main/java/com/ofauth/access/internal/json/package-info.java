/**
 * Reading and writing of the wire models as JSON.
 *
 * <p>{@link com.ofauth.access.model.OfAuthJson} is for everyone. The other public classes are what
 * the generated adapters share; they may change with any release.
 *
 * <h2>Rules of reading</h2>
 *
 * <ul>
 *   <li>A required property that is missing, a value of a wrong type, an integer that has a
 *       fraction or passes the range of its type, and a property that comes twice in one object are
 *       refused with a {@link com.squareup.moshi.JsonDataException} that names the JSON path and
 *       the rule. No value is ever rounded, cut or guessed.
 *   <li>An optional property may be null, even where the API description does not say so.
 *   <li>An integer property may come as a string of decimal digits.
 *   <li>Unknown properties are kept: integers as {@link java.lang.Long} or {@link
 *       java.math.BigInteger}, other numbers as {@link java.math.BigDecimal} with every digit.
 *   <li>More than 255 nested arrays and objects are refused.
 * </ul>
 *
 * <p>What was read is written back as an equal JSON tree: unknown properties, explicit nulls,
 * integers in strings and unknown texts of enums included.
 */
@NullMarked
package com.ofauth.access.internal.json;

import org.jspecify.annotations.NullMarked;
