package com.ofauth.access.internal.json;

import com.ofauth.access.model.UnreadableValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Texts as the times and amounts that they tell.
 *
 * <p>Used by generated models.
 */
public final class TypedText {
  static final String TIMESTAMP = "a timestamp in ISO 8601, or of an epoch";
  static final String AMOUNT = "a decimal number";

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withChronology(IsoChronology.INSTANCE)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Seconds of an epoch have 10 digits until 2286, milliseconds have had 12 since 1973. */
  private static final BigDecimal FIRST_MILLISECONDS = BigDecimal.valueOf(100_000_000_000L);

  private TypedText() {}

  /** Returns the time that a property tells. Null if there is no text. */
  public static @Nullable Instant instant(
      @Nullable String text, Extras extras, ObjectNames names, int index) {
    if (text == null) {
      return null;
    }
    Instant parsed = instant(text);
    if (parsed == null) {
      throw unreadable(text, TIMESTAMP, extras, names, index);
    }
    return parsed;
  }

  /** Returns the amount that a property tells. Null if there is no text. */
  public static @Nullable BigDecimal amount(
      @Nullable String text, Extras extras, ObjectNames names, int index) {
    if (text == null) {
      return null;
    }
    BigDecimal parsed = RawNumber.inText(text);
    if (parsed == null) {
      throw unreadable(text, AMOUNT, extras, names, index);
    }
    return parsed;
  }

  static @Nullable Instant instant(String text) {
    BigDecimal epoch = RawNumber.inText(text);
    try {
      return epoch == null ? OffsetDateTime.parse(text, ISO).toInstant() : instant(epoch);
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static Instant instant(BigDecimal epoch) {
    BigDecimal seconds =
        epoch.abs().compareTo(FIRST_MILLISECONDS) < 0 ? epoch : epoch.movePointLeft(3);
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    long nanos = seconds.subtract(whole).movePointRight(9).longValue();
    return Instant.ofEpochSecond(whole.longValueExact(), nanos);
  }

  private static UnreadableValueException unreadable(
      String text, String expected, Extras extras, ObjectNames names, int index) {
    return new UnreadableValueException(
        extras.pathOf(names.name(index)), expected, "the text \"" + text + "\"");
  }
}
