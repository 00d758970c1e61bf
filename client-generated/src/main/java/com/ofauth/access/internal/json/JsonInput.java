package com.ofauth.access.internal.json;

import com.ofauth.access.model.Deviation;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * One JSON document that is being read. A value of a wrong kind is seen before it is consumed. It
 * is then read without a schema and held as {@link Odd}, until the object or array that it stands
 * in takes it.
 *
 * <p>Used by generated adapters. Not thread-safe.
 */
public final class JsonInput {
  private static final long[] LONGS = {Long.MIN_VALUE, Long.MAX_VALUE};
  private static final long[] INTS = {Integer.MIN_VALUE, Integer.MAX_VALUE};

  /** Of one document; more would tell nothing new, and each has a path that can be long. */
  private static final int MAX_TOLD = 1_000;

  private final JsonReader reader;

  /** What the reader has not consumed of its source; null if it is not known. */
  private final @Nullable Buffer ahead;

  private final boolean readsTexts;
  private final String base;
  private final Consumer<? super Deviation> told;
  private @Nullable Odd odd;
  private int tellings;

  private JsonInput(
      JsonReader reader,
      @Nullable Buffer ahead,
      boolean readsTexts,
      String base,
      Consumer<? super Deviation> told) {
    this.reader = reader;
    this.ahead = ahead;
    this.readsTexts = readsTexts;
    this.base = base;
    this.told = told;
  }

  /** The value that a reader stands before. */
  static JsonInput of(JsonReader reader) {
    return new JsonInput(reader, null, false, "$", DeviationPolicy.TAKE_ALL);
  }

  /**
   * A whole document.
   *
   * @param readsTexts whether texts that tell times and amounts are read
   */
  static JsonInput of(BufferedSource source, Consumer<? super Deviation> told, boolean readsTexts) {
    JsonReader reader = JsonReader.of(source);
    return new JsonInput(reader, source.getBuffer(), readsTexts, "$", told);
  }

  private JsonInput emptyObject() {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8("{}"));
    return new JsonInput(reader, null, readsTexts, lastPath(), told);
  }

  /** Enters an object. Anything else is not consumed, and gives false. */
  public boolean beginObject() throws IOException {
    if (reader.peek() != Token.BEGIN_OBJECT) {
      return false;
    }
    reader.beginObject();
    return true;
  }

  /** Reads what came in the place of an object. An empty array is an empty object, as in PHP. */
  public <T> @Nullable T notAnObject(JsonType<T> type) throws IOException {
    Object raw = readRaw("an object", true);
    return isEmptyArray(raw) ? type.read(emptyObject()) : null;
  }

  /** Tells whether there is more in the object or array. */
  public boolean hasNext() throws IOException {
    return reader.hasNext();
  }

  /** Returns the place of the declared property that comes next, or -1 for an unknown one. */
  public int select(ObjectNames names) throws IOException {
    return reader.selectName(names.options);
  }

  /** Returns the kind of value that comes next. */
  public Token peek() throws IOException {
    return reader.peek();
  }

  /** Skips a null. */
  public void skipNull() throws IOException {
    reader.nextNull();
  }

  /** Tells whether the value just read did not come as declared. */
  public boolean isOdd() {
    return odd != null;
  }

  /** Keeps an odd value of a declared property. */
  public ObjectRest keepOdd(@Nullable ObjectRest given, ObjectNames names, int index) {
    ObjectRest rest = given == null ? new ObjectRest() : given;
    rest.keep(index, takeOdd().within(names.name(index)));
    return rest;
  }

  /** Keeps an unknown property. */
  public ObjectRest keepUnknown(@Nullable ObjectRest given) throws IOException {
    ObjectRest rest = given == null ? new ObjectRest() : given;
    String name = reader.nextName();
    if (rest.isKnown(name)) {
      tell(Note.ONE, Note.TWO, true);
      rest.note(Note.twice(null).within(name));
    }
    List<Note> notes = new ArrayList<>(0);
    rest.put(name, readAny(notes));
    notes.forEach(note -> rest.note(note.within(name)));
    return rest;
  }

  /**
   * Drops the first value of a declared property that comes for the second time.
   *
   * @param first the first value, null for none
   */
  public ObjectRest dropFirst(
      @Nullable ObjectRest given, ObjectNames names, int index, @Nullable Object first) {
    ObjectRest rest = given == null ? new ObjectRest() : given;
    tell(Note.ONE, Note.TWO, true);
    rest.drop(index, names.name(index), first);
    return rest;
  }

  /** Reads a text. A number is taken as it is written. Null if there is none. */
  public @Nullable String readText(Token next) throws IOException {
    if (next == Token.STRING) {
      return reader.nextString();
    }
    if (next != Token.NUMBER) {
      var unused = readRaw("a text", false);
      return null;
    }
    String literal = reader.nextString();
    keep(FreeForm.number(literal), "a text", "a number", true);
    return literal;
  }

  /** Reads a text, which may come as a number as well. Null if there is none. */
  public @Nullable String readTextOrNumber(Token next) throws IOException {
    if (next != Token.NUMBER) {
      return readText(next);
    }
    String literal = reader.nextString();
    odd = new Odd(FreeForm.number(literal), true, List.of());
    return literal;
  }

  /** Reads a text that tells a time. */
  public @Nullable String readTimestamp(Token next) throws IOException {
    String text = readText(next);
    if (readsTexts && text != null && TypedText.instant(text) == null) {
      tell(TypedText.TIMESTAMP, "another text", false);
    }
    return text;
  }

  /** Reads a text that tells an amount. */
  public @Nullable String readAmount(Token next) throws IOException {
    return checkedAmount(readText(next));
  }

  /** Reads an amount, as a text or a number. */
  public @Nullable String readAmountOrNumber(Token next) throws IOException {
    return checkedAmount(readTextOrNumber(next));
  }

  private @Nullable String checkedAmount(@Nullable String text) {
    if (readsTexts && text != null && RawNumber.inText(text) == null) {
      tell(TypedText.AMOUNT, "another text", false);
    }
    return text;
  }

  /** Reads a boolean. 1 and 0 are taken. False if there is none. */
  public boolean readBoolean(Token next) throws IOException {
    if (next == Token.BOOLEAN) {
      return reader.nextBoolean();
    }
    if (next != Token.NUMBER) {
      var unused = readRaw("a boolean", false);
      return false;
    }
    String literal = reader.nextString();
    BigDecimal number = RawNumber.bounded(literal);
    boolean isTrue = number != null && number.compareTo(BigDecimal.ONE) == 0;
    boolean isFalse = number != null && number.signum() == 0;
    keep(FreeForm.number(literal), "a boolean", "a number", isTrue || isFalse);
    return isTrue;
  }

  /** Reads an integer of 64 bits. Digits in quotes are taken. 0 if there is none. */
  public long readLong(Token next) throws IOException {
    return readInteger(next, LONGS);
  }

  /** Reads an integer of 32 bits. Digits in quotes are taken. 0 if there is none. */
  public int readInt(Token next) throws IOException {
    return (int) readInteger(next, INTS);
  }

  private long readInteger(Token next, long[] range) throws IOException {
    if (next == Token.NUMBER && isPlainLong()) {
      // Not nextInt(), which goes by way of a double for some numbers.
      long value = reader.nextLong();
      return value >= range[0] && value <= range[1] ? value : noInteger(value, range);
    }
    if (next == Token.NUMBER || next == Token.STRING) {
      return integerOf(reader.nextString(), next == Token.STRING, range);
    }
    var unused = readRaw("an integer", false);
    return 0;
  }

  /**
   * Tells whether the number that comes next is written as the digits of a long, with or without a
   * minus, and nothing else. The reader has consumed such a number when it looks for its kind; of
   * any other it only knows the length. It would compute with a number of any length, in a time
   * that grows with the square of it, so that others are taken as text.
   */
  private boolean isPlainLong() {
    if (ahead == null || ahead.size() == 0) {
      return false;
    }
    byte next = ahead.getByte(0);
    return next != '-' && (next < '0' || next > '9');
  }

  private long integerOf(String literal, boolean isQuoted, long[] range) {
    BigDecimal number = RawNumber.inText(literal);
    if (number == null) {
      Object raw = isQuoted ? literal : FreeForm.number(literal);
      keep(raw, "an integer", isQuoted ? "a text" : "a number of more than 1000 digits", false);
      return 0;
    }
    long value;
    try {
      value = number.longValueExact();
    } catch (ArithmeticException e) {
      return noInteger(isQuoted ? literal : FreeForm.number(literal), range);
    }
    if (value < range[0] || value > range[1]) {
      return noInteger(isQuoted ? literal : value, range);
    }
    if (isQuoted) {
      keep(literal, "an integer", "a text", true);
    }
    return value;
  }

  private long noInteger(Object raw, long[] range) {
    String found = "a number with a fraction";
    if (raw instanceof String) {
      found = "a text";
    } else if (new BigDecimal(raw.toString()).stripTrailingZeros().scale() <= 0) {
      found = "an integer of more than " + (range == INTS ? 32 : 64) + " bits";
    }
    keep(raw, "an integer", found, false);
    return 0;
  }

  /** Reads a number, with every digit. One in quotes is taken. Null if there is none. */
  public @Nullable BigDecimal readDecimal(Token next) throws IOException {
    if (next != Token.NUMBER && next != Token.STRING) {
      var unused = readRaw("a number", false);
      return null;
    }
    if (next == Token.NUMBER && isPlainLong()) {
      return SmallDecimals.valueOf(reader.nextLong());
    }
    String literal = reader.nextString();
    if (next == Token.STRING) {
      BigDecimal number = RawNumber.inText(literal);
      keep(literal, "a number", "a text", number != null);
      return number;
    }
    BigDecimal number = RawNumber.bounded(literal);
    if (number == null) {
      keep(FreeForm.number(literal), "a number", "a number of more than 1000 digits", false);
    }
    return number;
  }

  /** Reads any value. */
  public @Nullable Object readFreeForm() throws IOException {
    List<Note> notes = new ArrayList<>(0);
    Object value = readAny(notes);
    if (!notes.isEmpty()) {
      odd = new Odd(value, true, notes);
    }
    return value;
  }

  /** Reads an array. Null if there is none. */
  public <T extends @Nullable Object> @Nullable List<T> readList(JsonType<T> items)
      throws IOException {
    if (reader.peek() != Token.BEGIN_ARRAY) {
      var unused = readRaw("an array", false);
      return null;
    }
    reader.beginArray();
    if (!reader.hasNext()) {
      reader.endArray();
      return List.of();
    }
    @Nullable Object[] values = new @Nullable Object[4];
    int size = 0;
    OddList slots = null;
    do {
      T value = items.read(this);
      Odd found = odd;
      if (found != null || slots != null) {
        slots = slots == null ? new OddList(values, size) : slots;
        slots.add(value, found);
        odd = null;
      }
      if (found == null || found.isRead()) {
        if (size == values.length) {
          values = Arrays.copyOf(values, size * 4);
        }
        values[size++] = value;
      }
    } while (reader.hasNext());
    reader.endArray();
    odd = slots == null ? null : slots.toOdd();
    @SuppressWarnings("unchecked")
    T[] exact = (T[]) Arrays.copyOf(values, size);
    return Collections.unmodifiableList(Arrays.asList(exact));
  }

  /** Reads an object whose names are data. Null if there is none. */
  public <T extends @Nullable Object> @Nullable Map<String, T> readMap(JsonType<T> values)
      throws IOException {
    if (reader.peek() != Token.BEGIN_OBJECT) {
      return isEmptyArray(readRaw("an object", true)) ? Map.of() : null;
    }
    Map<String, T> map = new LinkedHashMap<>();
    Map<String, @Nullable Object> raw = new LinkedHashMap<>();
    List<Note> notes = new ArrayList<>(0);
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (raw.containsKey(name)) {
        tell(Note.ONE, Note.TWO, true);
        notes.add(Note.twice(null).within("." + name));
        map.remove(name);
      }
      T value = values.read(this);
      Odd found = odd;
      odd = null;
      raw.put(name, found == null ? value : found.raw());
      if (found == null || found.isRead()) {
        map.put(name, value);
      }
      if (found != null) {
        notes.addAll(found.within("." + name).notes());
      }
    }
    reader.endObject();
    if (!notes.isEmpty()) {
      odd = new Odd(Collections.unmodifiableMap(raw), true, notes);
    }
    return Collections.unmodifiableMap(map);
  }

  /** Reads a value that is not of the kind expected. */
  public void readUnexpected(String expected) throws IOException {
    var unused = readRaw(expected, false);
  }

  /** Leaves the object that was entered. */
  void endObject() throws IOException {
    reader.endObject();
  }

  /** The path of the value just read. */
  String lastPath() {
    return base + JsonTypes.lastPath(reader).substring(1);
  }

  /** Tells a deviation of the value just read. */
  void tell(String expected, String found, boolean taken) {
    tell("", expected, found, taken);
  }

  /** Tells a deviation below the value just read. */
  void tell(String below, String expected, String found, boolean taken) {
    if (tellings == MAX_TOLD) {
      return;
    }
    tellings++;
    told.accept(new Deviation(lastPath() + below, expected, found, taken));
  }

  boolean isUnreadable() {
    return odd != null && !odd.isRead();
  }

  Odd takeOdd() {
    Odd taken = Objects.requireNonNull(odd);
    odd = null;
    return taken;
  }

  private static boolean isEmptyArray(@Nullable Object raw) {
    return raw instanceof List<?> list && list.isEmpty();
  }

  private void keep(@Nullable Object raw, String expected, String found, boolean taken) {
    tell(expected, found, taken);
    odd = new Odd(raw, taken, List.of(Note.of(expected, found, taken)));
  }

  private @Nullable Object readRaw(String expected, boolean takesEmptyArray) throws IOException {
    List<Note> notes = new ArrayList<>();
    Object raw = readAny(notes);
    keep(raw, expected, FreeForm.kind(raw), takesEmptyArray && isEmptyArray(raw));
    return raw;
  }

  private @Nullable Object readAny(List<Note> notes) throws IOException {
    Object value = FreeForm.read(reader, notes);
    for (Note note : notes) {
      tell(note.path(), note.expected(), note.found(), note.taken());
    }
    return value;
  }
}
