/**
 * The wire models: what the API sends, as immutable classes. They are generated from the OpenAPI
 * document.
 *
 * <ul>
 *   <li><b>Names.</b> An accessor has the name of the JSON property, without what Java does not
 *       allow in a name: {@code _view} is {@code view()}, {@code 240} is {@code _240()}.
 *   <li><b>Null.</b> What the API may leave out or send as null is {@code @Nullable}; there are no
 *       defaults. Lists and maps are never null: absent and null are empty. A list holds no null,
 *       unless its type says so.
 *   <li><b>Deviations.</b> A value that did not come as the API describes it does not fail its
 *       model. It is kept as it came, and {@code deviations()} lists it. Its accessor gives null,
 *       or throws {@link com.ofauth.access.model.UnreadableValueException} where the property is
 *       required. What loses nothing is read, such as digits in quotes for a number.
 *   <li><b>Enums are open.</b> A text that this version does not know is the constant {@code
 *       UNKNOWN_TO_SDK_VERSION}; the text itself is in the accessor that ends with {@code
 *       AsString}, and is written back. An enum inside a list or map is given as text.
 *   <li><b>Unions</b> have {@code of}, {@code is…} and {@code as…} for each of their types.
 *   <li><b>Dates and prices</b> are the text that the API sent. A second accessor gives the value:
 *       {@code createdAtInstant()}, {@code priceAmount()}. Numbers that may have a fraction are
 *       {@link java.math.BigDecimal}, integers have 64 bits.
 *   <li><b>Unknown properties</b> are kept in {@code additionalProperties()}.
 *   <li><b>Equality.</b> Two models are equal if they are written as equal JSON: unknown properties
 *       count, and an explicit null is not the same as an absent property. The order of properties
 *       does not count.
 *   <li><b>{@code toString()}</b> is meant for logs. It gives numbers, booleans, ids and enums, but
 *       of any other text only the length and of a list or map only the size: messages, names and
 *       signed URLs do not get into logs. {@code toJson()} gives it all.
 *   <li><b>JSON.</b> {@code toJson()} and {@code fromJson(text)} lose nothing. Jackson writes and
 *       reads a model as the same JSON. Gson refuses models. {@link
 *       com.ofauth.access.model.OfAuthJson} has an adapter for Moshi.
 *   <li><b>Builders</b> copy lists, maps and free-form JSON. Null for an optional property leaves
 *       it out, or writes null where the API allows null. {@code build()} throws {@link
 *       java.lang.IllegalStateException} with the names of required properties that are not set.
 * </ul>
 */
@NullMarked
package com.ofauth.access.model;

import org.jspecify.annotations.NullMarked;
