package com.ofauth.access.testing;

import com.ofauth.access.testing.internal.exchange.Body;
import com.ofauth.access.testing.internal.exchange.PageBody;
import com.ofauth.access.testing.internal.exchange.PageBody.Asked;
import com.ofauth.access.testing.internal.exchange.PageItem;
import com.ofauth.access.testing.internal.service.Damage;
import com.ofauth.access.testing.internal.service.ErrorReplies;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Faults in the content of a page. They do not change errors. Those of {@code nextOffset} do not
 * change pages of mass messages, which have none. {@link WireFault} and {@link AnswerFault} have
 * the other faults, {@link Faults} schedules them.
 *
 * <p>If a change that a test passes in throws, the response is a 500, and {@link
 * OfAuthTestProvider#close()} throws the exception.
 */
public final class PageFault {

  private PageFault() {}

  /**
   * Malformed JSON in the middle item of the page: {@code "url":""""}, as the live service has sent
   * it. An empty page is not changed.
   *
   * @return the fault
   */
  public static Fault malformedJson() {
    return middle("malformedJson", Damage::malformed);
  }

  /**
   * The same malformed JSON in one item, on whatever page it stands.
   *
   * @param itemId the user id of a chat, or the id of a mass message
   * @return the fault
   */
  public static Fault malformedItem(long itemId) {
    return one("malformedItem", itemId, Damage::malformed);
  }

  /**
   * The middle item of the page has a text where its id, a number, has to be. An empty page is not
   * changed.
   *
   * @return the fault
   */
  public static Fault schemaViolation() {
    return middle("schemaViolation", Damage::textAsId);
  }

  /**
   * The same violation in one item, on whatever page it stands.
   *
   * @param itemId the user id of a chat, or the id of a mass message
   * @return the fault
   */
  public static Fault invalidItem(long itemId) {
    return one("invalidItem", itemId, Damage::textAsId);
  }

  /**
   * Any other text for one item, on whatever page it stands.
   *
   * @param itemId the user id of a chat, or the id of a mass message
   * @param change from the item's JSON to what is sent
   * @return the fault
   */
  public static Fault item(long itemId, UnaryOperator<String> change) {
    return one("item", itemId, change);
  }

  /**
   * {@code "list": null}.
   *
   * @return the fault
   */
  public static Fault nullList() {
    return list("null");
  }

  /**
   * Any other {@code list}.
   *
   * @param json any JSON text, for example <code>{}</code>
   * @return the fault
   */
  public static Fault list(String json) {
    Objects.requireNonNull(json, "json");
    return text("list " + json, page -> page.json(json));
  }

  /**
   * {@code list} is missing.
   *
   * @return the fault
   */
  public static Fault listMissing() {
    return text("listMissing", page -> page.json(null));
  }

  /**
   * Any other text of the whole page.
   *
   * @param change from the JSON of the page to what is sent
   * @return the fault
   */
  public static Fault page(UnaryOperator<String> change) {
    Objects.requireNonNull(change, "change");
    return text("page", page -> change.apply(page.json()));
  }

  /**
   * Any other text for the item at one index of the page. A shorter page is not changed.
   *
   * @param index 0 for the first item
   * @param change from the item's JSON to what is sent
   * @return the fault
   * @throws IllegalArgumentException if the index is negative
   */
  public static Fault itemAt(int index, UnaryOperator<String> change) {
    if (index < 0) {
      throw new IllegalArgumentException("index must not be negative: " + index);
    }
    return at("itemAt", items -> index, change);
  }

  /**
   * Any other text for each item of the page.
   *
   * @param change from an item's JSON to what is sent
   * @return the fault
   */
  public static Fault everyItem(UnaryOperator<String> change) {
    Objects.requireNonNull(change, "change");
    return page(
        "everyItem",
        page ->
            page.withItems(
                page.items().stream()
                    .map(item -> item.withJson(change.apply(item.json())))
                    .toList()));
  }

  /**
   * The id of the middle item is an integer of this many digits. An empty page is not changed.
   *
   * @param digits one or more
   * @return the fault
   * @throws IllegalArgumentException if there is less than one digit
   */
  public static Fault longNumber(int digits) {
    if (digits < 1) {
      throw new IllegalArgumentException("digits must be at least 1: " + digits);
    }
    String number = "7".repeat(digits);
    return middle("longNumber", json -> Damage.withId(json, number));
  }

  /**
   * Any other {@code hasMore}.
   *
   * @param json any JSON text, for example {@code 1} or {@code "true"} with its quotation marks
   * @return the fault
   */
  public static Fault hasMore(String json) {
    Objects.requireNonNull(json, "json");
    return page("hasMore " + json, page -> page.withHasMore(json));
  }

  /**
   * {@code hasMore} is missing.
   *
   * @return the fault
   */
  public static Fault hasMoreMissing() {
    return page("hasMoreMissing", page -> page.withHasMore(null));
  }

  /**
   * An empty page with {@code hasMore}; its {@code nextOffset} is the offset plus the limit of the
   * request.
   *
   * @return the fault
   */
  public static Fault emptyWithMore() {
    return page(
        "emptyWithMore",
        page -> {
          Asked asked = page.asked();
          PageBody empty = page.withItems(List.of()).withHasMore("true");
          return asked.givesNextOffset()
              ? empty.withNextOffset(Long.toString(asked.offset() + asked.limit()))
              : empty;
        });
  }

  /**
   * {@code hasMore} is true, on the last page too.
   *
   * @return the fault
   */
  public static Fault alwaysMore() {
    return page("alwaysMore", page -> page.withHasMore("true"));
  }

  /**
   * More items than requested: up to twice as many, if the list has them. {@code nextOffset} does
   * not count the additional items.
   *
   * @return the fault
   */
  public static Fault oversized() {
    return page(
        "oversized",
        page -> {
          List<PageItem> all = new ArrayList<>(page.items());
          all.addAll(page.beyond());
          return page.withItems(all);
        });
  }

  /**
   * {@code nextOffset} is the offset of the page itself.
   *
   * @return the fault
   */
  public static Fault nextOffsetStuck() {
    return nextOffset("nextOffsetStuck", asked -> Long.toString(asked.offset()));
  }

  /**
   * {@code nextOffset} lies one page before the page itself, or at 0.
   *
   * @return the fault
   */
  public static Fault nextOffsetBackward() {
    return nextOffset(
        "nextOffsetBackward", asked -> Long.toString(Math.max(0, asked.offset() - asked.limit())));
  }

  /**
   * {@code nextOffset} is null.
   *
   * @return the fault
   */
  public static Fault nextOffsetNull() {
    return nextOffset("null");
  }

  /**
   * {@code nextOffset} is -1.
   *
   * @return the fault
   */
  public static Fault nextOffsetNegative() {
    return nextOffset("-1");
  }

  /**
   * {@code nextOffset} is missing.
   *
   * @return the fault
   */
  public static Fault nextOffsetMissing() {
    return nextOffset("nextOffsetMissing", asked -> null);
  }

  /**
   * {@code nextOffset} is right, but a string: it has been seen.
   *
   * @return the fault
   */
  public static Fault nextOffsetAsText() {
    return page(
        "nextOffsetAsText",
        page -> {
          String next = page.nextOffset();
          return next == null ? page : page.withNextOffset(ErrorReplies.quoted(next));
        });
  }

  /**
   * Any other {@code nextOffset}.
   *
   * @param json any JSON text, for example {@code 1e3} or {@code "40"} with its quotation marks
   * @return the fault
   */
  public static Fault nextOffset(String json) {
    return nextOffset("nextOffset " + json, asked -> json);
  }

  private static Fault nextOffset(String name, Function<Asked, @Nullable String> value) {
    return page(
        name,
        page ->
            page.asked().givesNextOffset() ? page.withNextOffset(value.apply(page.asked())) : page);
  }

  private static Fault middle(String name, UnaryOperator<String> damage) {
    return at(name, items -> items.size() / 2, damage);
  }

  private static Fault at(
      String name, ToIntFunction<List<PageItem>> place, UnaryOperator<String> change) {
    Objects.requireNonNull(change, "change");
    return page(
        name,
        page -> {
          List<PageItem> items = new ArrayList<>(page.items());
          int index = place.applyAsInt(items);
          if (index < items.size()) {
            PageItem item = items.get(index);
            items.set(index, item.withJson(change.apply(item.json())));
          }
          return page.withItems(items);
        });
  }

  private static Fault text(String name, Function<PageBody, String> change) {
    return Fault.of(
        name,
        (reply, context) ->
            reply.body() instanceof PageBody page
                ? reply.withBody(Body.text(change.apply(page)))
                : reply);
  }

  private static Fault one(String name, long itemId, UnaryOperator<String> damage) {
    return page(
        name,
        page ->
            page.withItems(
                page.items().stream()
                    .map(
                        item ->
                            item.id() == itemId ? item.withJson(damage.apply(item.json())) : item)
                    .toList()));
  }

  private static Fault page(String name, UnaryOperator<PageBody> change) {
    return Fault.of(
        name,
        (reply, context) ->
            reply.body() instanceof PageBody page ? reply.withBody(change.apply(page)) : reply);
  }
}
