package com.ofauth.access.internal.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that did not come as declared.
 *
 * @param raw the value as it came: JSON without a schema, in which models can stand
 * @param isRead whether there is a typed value too
 * @param notes what is to be told, with paths from the value on
 */
record Odd(@Nullable Object raw, boolean isRead, List<Note> notes) {
  /** Whether it is written in another way than its typed value. A key that came twice is not. */
  boolean isWrittenAsItCame() {
    return notes.isEmpty() || !notes.stream().allMatch(Note::isTwice);
  }

  /** The same with a step in front of the paths. */
  Odd within(String step) {
    return new Odd(raw, isRead, notes.stream().map(note -> note.within(step)).toList());
  }
}
