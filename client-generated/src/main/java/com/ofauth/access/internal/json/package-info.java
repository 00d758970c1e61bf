/**
 * Reading and writing of the wire models as JSON. Not exported but to the SDK.
 *
 * <h2>Rules of reading</h2>
 *
 * <ul>
 *   <li>A value of a wrong kind, however deep, a null that is not allowed, and a required value
 *       that is missing cost only that value. It is kept as it came, written back, and told as a
 *       {@link com.ofauth.access.model.Deviation}.
 *   <li>What loses nothing is taken, and told too: a number for a text, digits in quotes for a
 *       number, 1 and 0 for a boolean, an empty array for an empty object. 12.0 and 1e3 are
 *       integers. Null in an array is left out of the typed list. Of a key that comes twice, the
 *       last value is taken.
 *   <li>Nothing lossy is taken: 12.5 is no integer, "1,204" is no number, a text is no boolean.
 *   <li>Unknown properties are kept: integers as {@link java.lang.Long} or {@link
 *       java.math.BigInteger}, other numbers as {@link java.math.BigDecimal} with every digit. A
 *       number of more than 1000 digits is kept as text, and never computed with.
 *   <li>Only a text that is no JSON, a document that is no object, and more than 255 nested arrays
 *       and objects are refused.
 * </ul>
 *
 * <h2>For the SDK</h2>
 *
 * <pre>{@code
 * ModelAdapter<ChatListResponse> adapter = ModelAdapter.of(ChatListResponse.class);
 * ChatListResponse page = adapter.read(body, deviation -> ...); // told once each, paths from $ on
 * ChatListResponse strict = adapter.readStrictly(body);         // any deviation fails
 *
 * ModelView view = ModelAdapter.viewOf(page);
 * view.state("list");                     // ABSENT, NULL, READ or UNREADABLE
 * for (Object item : view.items("list")) {
 *   // a Chat, or the JSON of what is none: ModelView.json(item), ModelView.kind(item)
 * }
 * view.flag("hasMore");                   // takes 1, 0, "true" and "false"
 * ModelAdapter.viewOf(chat).isAmbiguous("withUser", "id"); // came twice, with different values
 * }</pre>
 *
 * <p>An item lacks its key if the accessor throws {@link
 * com.ofauth.access.model.UnreadableValueException}. {@code page.deviations()} and {@code
 * chat.deviations()} give the same deviations later, with paths from that model on.
 *
 * <h2>How it works</h2>
 *
 * <p>A generated adapter reads the properties of an object into local variables, with bit masks for
 * what came and what was null. {@link com.ofauth.access.internal.json.JsonInput} looks at each
 * token before it consumes it. What is odd is read without a schema and put into an {@link
 * com.ofauth.access.internal.json.ObjectRest}, which an object without such values never makes. A
 * model of more than 64 properties uses bit sets and its builder instead.
 */
@NullMarked
package com.ofauth.access.internal.json;

import org.jspecify.annotations.NullMarked;
