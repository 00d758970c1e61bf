package com.ofauth.access.internal.json;

import com.ofauth.access.model.OfAuthModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The declared properties of one model, by their names in JSON: how each came, and what came. For
 * what the typed accessors can't tell, such as the items of a page that are none.
 */
public final class ModelView {
  /** How a property came. */
  public enum State {
    /** Not at all. */
    ABSENT,
    /** As null. */
    NULL,
    /** With a typed value. */
    READ,
    /** With a value that can't be read as the declared type. */
    UNREADABLE
  }

  private final ObjectNames names;
  private final Extras extras;
  private final @Nullable Object[] values;

  private ModelView(ObjectNames names, Extras extras, @Nullable Object[] values) {
    this.names = names;
    this.extras = extras;
    this.values = values;
  }

  static <T extends OfAuthModel> ModelView of(ModelType<T> type, T model) {
    return new ModelView(type.names(), type.extras(model), type.values(model));
  }

  /** Returns how a property came. */
  public State state(String name) {
    int index = index(name);
    if (extras.isUnreadable(index)) {
      return State.UNREADABLE;
    }
    if (extras.isNull(index)) {
      return State.NULL;
    }
    return values[index] == null ? State.ABSENT : State.READ;
  }

  /**
   * Returns the value of a property: as it came, if that was not as declared, or else typed. In an
   * array as it came, the items that could be read are models or typed values, and each stands
   * where it came.
   */
  public @Nullable Object value(String name) {
    int index = index(name);
    return extras.isOdd(index) ? extras.raw(index) : values[index];
  }

  /**
   * Returns the items of an array as they came, each as JSON or as a model; none if there is no
   * array.
   */
  public List<@Nullable Object> items(String name) {
    List<@Nullable Object> all = new ArrayList<>();
    if (value(name) instanceof List<?> items) {
      all.addAll(items);
    }
    return all;
  }

  /** Returns a boolean, also of the texts true and false; null if it is none of these. */
  public @Nullable Boolean flag(String name) {
    Object typed = values[index(name)];
    if (typed instanceof Boolean flag) {
      return flag;
    }
    Object raw = value(name);
    if ("true".equals(raw)) {
      return true;
    }
    return "false".equals(raw) ? false : null;
  }

  /** Returns the JSON of an item, or of any other value that this class gives. */
  public static String json(@Nullable Object value) {
    return FreeForm.text(value);
  }

  /** Returns the kind of an item in words, such as "a text". */
  public static String kind(@Nullable Object value) {
    return FreeForm.kind(value);
  }

  /**
   * Tells whether a value came twice, with different values: as such, or with one of the objects
   * that it stands in.
   *
   * @param path the names of properties from the model on
   */
  public boolean isAmbiguous(String... path) {
    return isAmbiguous(Arrays.asList(path));
  }

  private boolean isAmbiguous(List<String> path) {
    int index = index(path.get(0));
    List<String> rest = path.subList(1, path.size());
    Object current = value(path.get(0));
    for (Note note : extras.notes()) {
      boolean isTwice = note.index() == index && note.path().equals(path.get(0)) && note.isTwice();
      if (isTwice && !Objects.equals(below(note.dropped(), rest), below(current, rest))) {
        return true;
      }
    }
    return !rest.isEmpty() && current instanceof OfAuthModel model && view(model).isAmbiguous(rest);
  }

  private static @Nullable Object below(@Nullable Object value, List<String> path) {
    Object found = value;
    for (String name : path) {
      if (found instanceof OfAuthModel model) {
        found = view(model).value(name);
      } else {
        found = found instanceof Map<?, ?> map ? map.get(name) : null;
      }
    }
    return found;
  }

  private static ModelView view(OfAuthModel model) {
    return ModelAdapter.viewOf(model);
  }

  private int index(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException("Not a property of " + names.type() + ": " + name);
    }
    return index;
  }
}
