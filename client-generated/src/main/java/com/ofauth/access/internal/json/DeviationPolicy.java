package com.ofauth.access.internal.json;

import com.ofauth.access.model.Deviation;
import com.squareup.moshi.JsonDataException;
import java.util.function.Consumer;

/** Which deviations end the reading of a document. */
public enum DeviationPolicy implements Consumer<Deviation> {
  /** None. */
  TAKE_ALL,
  /** All. */
  REFUSE_ALL;

  /**
   * Takes or refuses a deviation.
   *
   * @throws JsonDataException if it is refused; the message names path, expected and found
   */
  @Override
  public void accept(Deviation deviation) {
    if (this == REFUSE_ALL) {
      throw new JsonDataException(
          "Expected %s but was %s at path %s"
              .formatted(deviation.expected(), deviation.found(), deviation.path()));
    }
  }
}
