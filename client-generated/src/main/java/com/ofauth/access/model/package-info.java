/**
 * The wire models: what the API sends, as immutable classes. They are generated from the OpenAPI
 * document.
 *
 * <ul>
 *   <li><b>Names.</b> An accessor has the name of the JSON property, without what Java does not
 *       allow in a name: {@code _view} is {@code view()}, {@code 240} is {@code _240()}.
 *   <li><b>Null.</b> What the API may leave out or send as null is {@code @Nullable}; there are no
 *       defaults. A list that is there is never null inside, unless its type says so.
 *   <li><b>Enums are open.</b> A text that this version does not know is the constant {@code
 *       UNKNOWN_TO_SDK_VERSION}; the text itself is in the accessor that ends with {@code
 *       AsString}, and is written back. An enum inside a list or map is given as text.
 *   <li><b>Unions</b> have {@code of}, {@code is…} and {@code as…} for each of their types.
 *   <li><b>Dates</b> are the text that the API sent (ISO 8601, such as {@code
 *       2024-01-15T10:30:00Z}): {@code OffsetDateTime.parse} reads them. Numbers that may have a
 *       fraction are {@link java.math.BigDecimal}.
 *   <li><b>Unknown properties</b> are kept in {@code additionalProperties()}.
 *   <li><b>Equality.</b> Two models are equal if they are written as equal JSON: unknown properties
 *       count, and an explicit null is not the same as an absent property. The order of properties
 *       does not count.
 *   <li><b>{@code toString()}</b> is meant for logs. It gives numbers, booleans, ids and enums, but
 *       of any other text only the length and of a list or map only the size: messages, names and
 *       signed URLs do not get into logs. {@link com.ofauth.access.model.OfAuthJson#write} gives it
 *       all.
 *   <li><b>Builders</b> copy lists, maps and free-form JSON. Null for an optional property leaves
 *       it out, or writes null where the API allows null. {@code build()} throws {@link
 *       java.lang.IllegalStateException} with the names of required properties that are not set.
 * </ul>
 */
@NullMarked
package com.ofauth.access.model;

import org.jspecify.annotations.NullMarked;
