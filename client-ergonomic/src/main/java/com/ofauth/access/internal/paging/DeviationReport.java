package com.ofauth.access.internal.paging;

import com.ofauth.access.CallInfo;
import com.ofauth.access.OfAuthListener;
import com.ofauth.access.decoding.UndecodableItem;
import com.ofauth.access.internal.paging.SeenItems.SeenItem;
import com.ofauth.access.internal.util.Fingerprint;
import com.ofauth.access.model.Deviation;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what one walk, or one feed of news, finds odd: to the listener each deviation and each item
 * that is left out, once however often they are met; to the log one line for each kind. Safe for
 * use by several threads.
 */
final class DeviationReport {
  private static final Logger LOG = LoggerFactory.getLogger("com.ofauth.access");

  /** More kinds than any description has: names that are data make a kind each. */
  private static final int MAX_KINDS = 200;

  /** An endless feed forgets what it has told long ago. */
  private static final int MAX_KNOWN = 100_000;

  /** Shorter JSON need not have anything that tells it from another item's. */
  private static final int TELLING_LENGTH = 64;

  private final OfAuthListener listener;
  private final @Nullable Consumer<? super UndecodableItem> onUndecodableItem;
  private final Set<String> kinds = new HashSet<>();
  private LongIndex told = LongIndex.byValue();
  private LongIndex toldLeftOut = LongIndex.byValue();
  private boolean warned;

  DeviationReport(
      OfAuthListener listener, @Nullable Consumer<? super UndecodableItem> onUndecodableItem) {
    this.listener = listener;
    this.onUndecodableItem = onUndecodableItem;
  }

  /** Tells what a response holds. */
  synchronized <T> void tell(CallInfo call, FetchedPage<T> page, Function<T, SeenItem> sight) {
    int slot = -1;
    boolean isNew = true;
    for (Deviation deviation : page.deviations()) {
      int here = PageDecoder.slotOf(deviation);
      if (here != slot) {
        slot = here;
        isNew = slot < 0 || slot >= page.slots() || isNew(sight.apply(page.itemAt(slot)));
      }
      if (isNew) {
        tell(call, deviation);
      }
    }
    page.broken().forEach(item -> tell(call, page, item));
  }

  /** Tells one deviation. */
  synchronized void tell(CallInfo call, Deviation deviation) {
    listener.onDeviation(call, deviation);
    log(call, deviation);
  }

  private void tell(CallInfo call, FetchedPage<?> page, UndecodableItem item) {
    if (toldLeftOut.size() >= MAX_KNOWN) {
      toldLeftOut = LongIndex.byValue();
    }
    if (!toldLeftOut.add(identity(page, item))) {
      return;
    }
    if (!warned) {
      warned = true;
      LOG.warn(
          "{}: an item could not be decoded and is left out: {}; others of this walk are not"
              + " logged",
          call,
          item.reason());
    }
    listener.onUndecodableItem(call, item);
    if (onUndecodableItem != null) {
      onUndecodableItem.accept(item);
    }
  }

  private void log(CallInfo call, Deviation deviation) {
    String kind = deviation.pattern() + " " + deviation.expected() + " " + deviation.found();
    if (kinds.size() < MAX_KINDS && kinds.add(kind)) {
      LOG.info(
          "{}: expected {} but was {} at path {}; others of this kind are not logged",
          call,
          deviation.expected(),
          deviation.found(),
          deviation.path());
    }
  }

  private boolean isNew(SeenItem item) {
    if (told.size() >= MAX_KNOWN) {
      told = LongIndex.byValue();
    }
    return told.add(item.mark());
  }

  /**
   * What tells one broken item from another: an object by its text, since its id is in there; what
   * is no object, like a null, or is too short to hold an id, by its place.
   */
  static long identity(FetchedPage<?> page, UndecodableItem item) {
    return item.rawText()
        .filter(text -> text.length() >= TELLING_LENGTH && text.startsWith("{"))
        .map(Fingerprint::of)
        .orElseGet(
            () ->
                Fingerprint.of(
                    page.position().cursor()
                        + " "
                        + item.offset()
                        + " "
                        + item.rawText().orElse("")));
  }
}
