package com.ofauth.access.internal.json;

import com.ofauth.access.model.Deviation;
import com.ofauth.access.model.OfAuthModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The type of a model: what all models do alike. Safe for use by several threads.
 *
 * @param <T> the model
 */
public abstract class ModelType<T extends OfAuthModel> extends JsonType<T> {
  /** For the generated adapters. */
  protected ModelType() {}

  /** Returns the declared properties. */
  protected abstract ObjectNames names();

  /** Returns what a model holds beside typed values. */
  protected abstract Extras extras(T model);

  /** Returns the typed values of the declared properties, in their order; null for none. */
  protected abstract @Nullable Object[] values(T model);

  /** Tells whether two models are written as equal JSON. */
  public final boolean areEqual(T one, T other) {
    return one == other
        || (Arrays.equals(values(one), values(other)) && extras(one).equals(extras(other)));
  }

  /** Returns the hash code that goes with {@link #areEqual}. */
  public final int hash(T model) {
    return 31 * Arrays.hashCode(values(model)) + extras(model).hashCode();
  }

  /** Returns the text of a model for logs. */
  public final String describe(T model) {
    ModelText text = new ModelText(names().type());
    @Nullable Object[] values = values(model);
    for (int i = 0; i < values.length; i++) {
      if (names().isEnum(i)) {
        text.addEnum(names().name(i), (String) values[i]);
      } else {
        text.add(names().name(i), values[i]);
      }
    }
    return text.toString(extras(model).unknown().size(), extras(model).notes().size());
  }

  /** Returns what did not come as declared, in the model and below. */
  public final List<Deviation> deviations(T model) {
    List<Deviation> found = new ArrayList<>(0);
    Extras extras = extras(model);
    extras.notes().forEach(note -> found.add(note.at("$.")));
    @Nullable Object[] values = values(model);
    for (int i = 0; i < values.length; i++) {
      boolean isRaw = extras.isOdd(i) && !(values[i] instanceof OfAuthModel);
      addBelow(found, "$." + names().name(i), isRaw ? extras.raw(i) : values[i]);
    }
    return List.copyOf(found);
  }

  private static void addBelow(List<Deviation> found, String path, @Nullable Object value) {
    if (value instanceof OfAuthModel model) {
      for (Deviation below : model.deviations()) {
        found.add(below.within(path));
      }
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        addBelow(found, path + "[" + i + "]", list.get(i));
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((name, item) -> addBelow(found, path + "." + name, item));
    }
  }

  /** Returns the JSON of a model as maps, lists and numbers that keep every digit. */
  @SuppressWarnings("unchecked") // a model is written as an object
  public final Map<String, @Nullable Object> toMap(T model) {
    return (Map<String, @Nullable Object>) toTree(model);
  }

  /** Reads a model from what {@link #toMap} gives, or from any other numbers. */
  public final T fromMap(Map<String, ? extends @Nullable Object> json) {
    return fromTree(json);
  }
}
