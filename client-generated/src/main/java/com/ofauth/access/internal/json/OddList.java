package com.ofauth.access.internal.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array in which not every value came as declared, as it came. */
final class OddList {
  private final List<@Nullable Object> slots = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  OddList(@Nullable Object[] before, int size) {
    for (int i = 0; i < size; i++) {
      slots.add(before[i]);
    }
  }

  void add(@Nullable Object value, @Nullable Odd odd) {
    if (odd != null) {
      notes.addAll(odd.within("[" + slots.size() + "]").notes());
    }
    slots.add(odd == null ? value : odd.raw());
  }

  Odd toOdd() {
    return new Odd(Collections.unmodifiableList(slots), true, notes);
  }
}
