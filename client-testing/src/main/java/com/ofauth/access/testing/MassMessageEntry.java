package com.ofauth.access.testing;

import com.ofauth.access.model.MassMessage;
import java.util.function.Supplier;

/** A mass message in the list. Immutable. */
final class MassMessageEntry implements PageItem {
  private final long id;
  private final Lazy<MassMessage> message;
  private final Lazy<String> json;

  private MassMessageEntry(long id, Lazy<MassMessage> message) {
    this.id = id;
    this.message = message;
    this.json = Lazy.of(() -> WireJson.massMessage(message.get()));
  }

  static MassMessageEntry of(MassMessage message) {
    return lazy(message.id(), () -> message);
  }

  static MassMessageEntry lazy(long id, Supplier<MassMessage> source) {
    return new MassMessageEntry(id, Lazy.of(source));
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String json() {
    return json.get();
  }

  MassMessage message() {
    return message.get();
  }
}
