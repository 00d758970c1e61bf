// Generated from the OpenAPI document by the templates of this module. Do not edit.
package com.ofauth.access.golden.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.ofauth.access.internal.json.Extras;
import com.ofauth.access.internal.json.JsonCopies;
import com.ofauth.access.model.Deviation;
import com.ofauth.access.model.OfAuthModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thing with &lt;parts&gt; &amp; more.
 *
 * <p>Immutable, safe for use by several threads.
 */
public final class Thing implements OfAuthModel {
  final long id;
  final @Nullable String view;
  final @Nullable String kind;
  final @Nullable String note;
  final @Nullable List<Thing> parts;
  final @Nullable State state;
  final @Nullable Map<String, List<@Nullable BigDecimal>> weights;
  final @Nullable Object extra;
  final @Nullable Boolean _toString;
  final Extras extras;

  Thing(
      long id,
      @Nullable String view,
      @Nullable String kind,
      @Nullable String note,
      @Nullable List<Thing> parts,
      @Nullable State state,
      @Nullable Map<String, List<@Nullable BigDecimal>> weights,
      @Nullable Object extra,
      @Nullable Boolean _toString,
      Extras extras) {
    this.id = id;
    this.view = view;
    this.kind = kind;
    this.note = note;
    this.parts = parts;
    this.state = state;
    this.weights = weights;
    this.extra = extra;
    this._toString = _toString;
    this.extras = extras;
  }

  /** {@return a builder with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder with everything as it is here, unreadable values too} */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.id = this.extras.lacks(0) ? null : this.id;
    builder.view = this.view;
    builder.kind = this.kind;
    builder.note = this.note;
    builder.parts = this.parts;
    builder.state = this.state;
    builder.weights = this.weights;
    builder.extra = this.extra;
    builder._toString = this._toString;
    builder.extras = this.extras;
    return builder;
  }

  /** {@return id of the thing, at least 1} */
  public long id() {
    if (this.extras.lacks(0)) {
      throw this.extras.unreadable(ThingJsonAdapter.NAMES, 0);
    }
    return this.id;
  }

  /** {@return the view, at most 3 characters} */
  public String view() {
    return this.extras.require(this.view, ThingJsonAdapter.NAMES, 1);
  }

  /** {@return the kind of a thing} */
  public Kind kind() {
    return Kind.fromValue(this.extras.require(this.kind, ThingJsonAdapter.NAMES, 2));
  }

  /** {@return the text of {@link #kind()} as it was sent, known to this version or not} */
  public String kindAsString() {
    return this.extras.require(this.kind, ThingJsonAdapter.NAMES, 2);
  }

  /** {@return a note; null if it is null} */
  public @Nullable String note() {
    return this.note;
  }

  /** {@return the parts} */
  public List<Thing> parts() {
    return this.extras.requireList(this.parts, ThingJsonAdapter.NAMES, 4);
  }

  /** {@return the state; null if absent} */
  public @Nullable State state() {
    return this.state;
  }

  /** {@return {@code weights}; empty if absent or null} */
  public Map<String, List<@Nullable BigDecimal>> weights() {
    return this.weights == null ? Map.of() : this.weights;
  }

  /** {@return anything; null if absent or null} */
  public @Nullable Object extra() {
    return this.extra;
  }

  /**
   * {@return a name that Java has taken; null if absent or null}
   *
   * @deprecated in the API
   */
  @Deprecated
  public @Nullable Boolean _toString() {
    return this._toString;
  }

  /**
   * Reads a Thing from JSON. A value that is not as the API describes it does not fail it, see
   * {@link #deviations()}.
   *
   * @param json one JSON object
   * @return what was read; {@link #toJson()} writes it back
   * @throws IllegalArgumentException if the text is no JSON object
   */
  public static Thing fromJson(String json) {
    return ThingJsonAdapter.TYPE.fromText(json);
  }

  /**
   * Reads a Thing from what {@link #toMap()} gives. Numbers can be of any class.
   *
   * @param json the properties by their names in JSON
   * @return what was read
   * @throws IllegalArgumentException if it holds what is not JSON
   */
  @JsonCreator
  public static Thing fromMap(Map<String, ? extends @Nullable Object> json) {
    return ThingJsonAdapter.TYPE.fromMap(json);
  }

  @Override
  public String toJson() {
    return ThingJsonAdapter.TYPE.toText(this);
  }

  @Override
  @JsonValue
  public Map<String, @Nullable Object> toMap() {
    return ThingJsonAdapter.TYPE.toMap(this);
  }

  @Override
  public List<Deviation> deviations() {
    return ThingJsonAdapter.TYPE.deviations(this);
  }

  @Override
  public Map<String, @Nullable Object> additionalProperties() {
    return this.extras.unknown();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Thing that && ThingJsonAdapter.TYPE.areEqual(this, that);
  }

  @Override
  public int hashCode() {
    return ThingJsonAdapter.TYPE.hash(this);
  }

  /**
   * {@return numbers, booleans and enums; of texts only the lengths, of lists and maps only the
   * sizes}
   */
  @Override
  public String toString() {
    return ThingJsonAdapter.TYPE.describe(this);
  }

  /** Builds a {@link Thing}. Not safe for use by several threads. */
  public static final class Builder {
    @Nullable Long id;
    @Nullable String view;
    @Nullable String kind;
    @Nullable String note;
    @Nullable List<Thing> parts;
    @Nullable State state;
    @Nullable Map<String, List<@Nullable BigDecimal>> weights;
    @Nullable Object extra;
    @Nullable Boolean _toString;
    Extras extras = Extras.NONE;

    private Builder() {}

    /**
     * Sets {@link Thing#id()}.
     *
     * @param id the value
     * @return this builder
     */
    public Builder id(long id) {
      this.id = id;
      this.extras = this.extras.afterSetting(0, false);
      return this;
    }

    /**
     * Sets {@link Thing#view()}.
     *
     * @param view the value
     * @return this builder
     */
    public Builder view(String view) {
      this.view = view;
      this.extras = this.extras.afterSetting(1, false);
      return this;
    }

    /**
     * Sets {@link Thing#kind()}.
     *
     * @param kind the value
     * @return this builder
     */
    public Builder kind(String kind) {
      this.kind = kind;
      this.extras = this.extras.afterSetting(2, false);
      return this;
    }

    /**
     * Sets {@link Thing#kind()} to a known value.
     *
     * @param kind the value
     * @return this builder
     * @throws IllegalArgumentException if it is {@link Kind#UNKNOWN_TO_SDK_VERSION}, which has no
     *     text
     */
    public Builder kind(Kind kind) {
      return kind(kind.known());
    }

    /**
     * Sets {@link Thing#note()}.
     *
     * @param note the value; null is written as null
     * @return this builder
     */
    public Builder note(@Nullable String note) {
      this.note = note;
      this.extras = this.extras.afterSetting(3, note == null);
      return this;
    }

    /**
     * Sets {@link Thing#parts()}.
     *
     * @param parts the value
     * @return this builder
     */
    public Builder parts(List<Thing> parts) {
      this.parts = JsonCopies.copyNonNull(parts);
      this.extras = this.extras.afterSetting(4, false);
      return this;
    }

    /**
     * Sets {@link Thing#state()}.
     *
     * @param state the value; null leaves it out
     * @return this builder
     */
    public Builder state(@Nullable State state) {
      this.state = state;
      this.extras = this.extras.afterSetting(5, false);
      return this;
    }

    /**
     * Sets {@link Thing#weights()}.
     *
     * @param weights the value; null leaves it out
     * @return this builder
     */
    public Builder weights(@Nullable Map<String, List<@Nullable BigDecimal>> weights) {
      this.weights = JsonCopies.copyNonNull(weights);
      this.extras = this.extras.afterSetting(6, false);
      return this;
    }

    /**
     * Sets {@link Thing#extra()}.
     *
     * @param extra the value; null is written as null
     * @return this builder
     */
    public Builder extra(@Nullable Object extra) {
      this.extra = JsonCopies.copyFreeForm(extra);
      this.extras = this.extras.afterSetting(7, extra == null);
      return this;
    }

    /**
     * Sets {@link Thing#_toString()}.
     *
     * @param _toString the value; null is written as null
     * @return this builder
     * @deprecated in the API
     */
    @Deprecated
    public Builder _toString(@Nullable Boolean _toString) {
      this._toString = _toString;
      this.extras = this.extras.afterSetting(8, _toString == null);
      return this;
    }

    /**
     * Sets a property that this version does not know.
     *
     * @param name the name in JSON
     * @param value null, or a Boolean, String, Number, List or Map; copied
     * @return this builder
     * @throws IllegalArgumentException if the property has a method of its own, or the value is not
     *     JSON
     */
    public Builder additionalProperty(String name, @Nullable Object value) {
      this.extras = this.extras.withUnknown(ThingJsonAdapter.NAMES, name, value);
      return this;
    }

    /**
     * Sets all properties that this version does not know, in place of those set before.
     *
     * @param properties the values by their names in JSON; copied
     * @return this builder
     * @throws IllegalArgumentException if one has a method of its own, or its value is not JSON
     */
    public Builder additionalProperties(Map<String, @Nullable Object> properties) {
      this.extras = this.extras.withUnknown(ThingJsonAdapter.NAMES, properties);
      return this;
    }

    /**
     * {@return the object}
     *
     * @throws IllegalStateException if required properties are not set; the message names them
     */
    public Thing build() {
      ThingJsonAdapter.NAMES.requireAll(
          this.extras,
          this.id,
          this.view,
          this.kind,
          this.note,
          this.parts,
          this.state,
          this.weights,
          this.extra,
          this._toString);
      return new Thing(
          this.id == null ? 0 : this.id,
          this.view,
          this.kind,
          this.note,
          this.parts,
          this.state,
          this.weights,
          this.extra,
          this._toString,
          this.extras);
    }
  }
}
