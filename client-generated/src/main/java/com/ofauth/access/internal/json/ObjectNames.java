package com.ofauth.access.internal.json;

import com.squareup.moshi.JsonReader;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The declared properties of a model, in order, and what is declared of each. Immutable but for a
 * bounded cache.
 *
 * <p>Used by generated adapters.
 */
public final class ObjectNames {
  private static final int MAX_CACHED = 32;

  final JsonReader.Options options;
  private final String type;
  private final List<Property> properties;
  private final BitSet required;
  private final BitSet quietNulls;
  private final long requiredBits;
  private final long quietNullBits;
  private final boolean isNarrow;

  /** Extras of nothing but nulls that are allowed: few combinations occur. */
  private final ConcurrentMap<Long, Extras> nullsOnly = new ConcurrentHashMap<>();

  /** What is declared of one property. */
  public static final class Property {
    private final String name;
    private final String kind;
    private final boolean isRequired;
    private boolean isNullable;
    private boolean isCollection;
    private boolean isEnum;

    private Property(String name, String kind, boolean isRequired) {
      this.name = name;
      this.kind = kind;
      this.isRequired = isRequired;
    }

    /** The property may be null. */
    public Property orNull() {
      isNullable = true;
      return this;
    }

    /** The property is an array or an object whose names are data. */
    public Property collection() {
      isCollection = true;
      return this;
    }

    /** The property is an enum. */
    public Property openEnum() {
      isEnum = true;
      return this;
    }
  }

  private ObjectNames(String type, Property... declared) {
    this.type = type;
    properties = List.of(declared);
    String[] names = new String[declared.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = declared[i].name;
    }
    options = JsonReader.Options.of(names);
    required = new BitSet();
    quietNulls = new BitSet();
    for (int i = 0; i < properties.size(); i++) {
      Property property = properties.get(i);
      required.set(i, property.isRequired);
      quietNulls.set(i, property.isNullable || (property.isCollection && !property.isRequired));
    }
    isNarrow = properties.size() <= Long.SIZE;
    requiredBits = isNarrow ? bits(required) : 0;
    quietNullBits = isNarrow ? bits(quietNulls) : 0;
  }

  /** Returns the names of a model. The place of a property is its place among the arguments. */
  public static ObjectNames of(String type, Property... declared) {
    return new ObjectNames(type, declared);
  }

  /** Declares a property that may be absent. */
  public static Property optional(String name, String kind) {
    return new Property(name, kind, false);
  }

  /** Declares a property that is always there. */
  public static Property required(String name, String kind) {
    return new Property(name, kind, true);
  }

  /**
   * Ends an object of at most 64 properties.
   *
   * @param seen the properties that came
   * @param nulls those of them that are null
   */
  public Extras end(JsonInput in, long seen, long nulls, @Nullable ObjectRest rest)
      throws java.io.IOException {
    in.endObject();
    if (rest == null && (requiredBits & ~seen) == 0 && (nulls & ~quietNullBits) == 0) {
      return nulls == 0 ? Extras.NONE : nullsOnly(nulls);
    }
    return extras(in, BitSet.valueOf(new long[] {seen}), BitSet.valueOf(new long[] {nulls}), rest);
  }

  /** Ends an object of any number of properties. */
  public Extras end(JsonInput in, BitSet seen, BitSet nulls, @Nullable ObjectRest rest)
      throws java.io.IOException {
    in.endObject();
    return extras(in, seen, nulls, rest);
  }

  private Extras nullsOnly(long nulls) {
    Extras known = nullsOnly.get(nulls);
    if (known != null) {
      return known;
    }
    Extras.Parts parts = new Extras.Parts();
    parts.nulls = BitSet.valueOf(new long[] {nulls});
    Extras made = parts.build();
    if (nullsOnly.size() < MAX_CACHED) {
      nullsOnly.put(nulls, made);
    }
    return made;
  }

  private Extras extras(JsonInput in, BitSet seen, BitSet nulls, @Nullable ObjectRest given) {
    ObjectRest rest = given == null ? new ObjectRest() : given;
    String path = in.lastPath();
    BitSet lacking = new BitSet();
    for (int i = 0; i < properties.size(); i++) {
      Property property = properties.get(i);
      boolean isNull = nulls.get(i);
      if (isNull ? !quietNulls.get(i) : property.isRequired && !seen.get(i)) {
        String found = isNull ? "null" : "nothing";
        in.tell("." + property.name, property.kind, found, false);
        rest.note(Note.of(property.kind, found, false).within(property.name).in(i));
      }
      boolean hasValue =
          seen.get(i) && !rest.unreadable().get(i) && (!isNull || property.isNullable);
      lacking.set(i, property.isRequired && !hasValue);
    }
    Extras.Parts parts = new Extras.Parts();
    parts.path = Optional.of(path);
    parts.unknown = rest.unknown();
    parts.nulls = nulls;
    parts.lacking = lacking;
    parts.unreadable = rest.unreadable();
    parts.raw = rest.raw();
    parts.notes = rest.notes();
    return parts.build();
  }

  /**
   * Refuses an incomplete object.
   *
   * @param values the values of all properties, in their order
   * @throws IllegalStateException if a required one was never set, or to null where it may not be;
   *     the message names all of them
   */
  public void requireAll(Extras extras, @Nullable Object... values) {
    List<String> missing = new ArrayList<>(0);
    for (int i = required.nextSetBit(0); i >= 0; i = required.nextSetBit(i + 1)) {
      boolean isExplicitNull = properties.get(i).isNullable && extras.isNull(i);
      if (values[i] == null && !isExplicitNull && !extras.lacks(i)) {
        missing.add(name(i));
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          type + " lacks required properties: " + String.join(", ", missing));
    }
  }

  String type() {
    return type;
  }

  int size() {
    return properties.size();
  }

  String name(int index) {
    return properties.get(index).name;
  }

  String kind(int index) {
    return properties.get(index).kind;
  }

  boolean isEnum(int index) {
    return properties.get(index).isEnum;
  }

  /** Returns the place of a declared property, or -1. */
  int indexOf(String name) {
    for (int i = 0; i < properties.size(); i++) {
      if (name(i).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static long bits(BitSet set) {
    return set.isEmpty() ? 0 : set.toLongArray()[0];
  }
}
