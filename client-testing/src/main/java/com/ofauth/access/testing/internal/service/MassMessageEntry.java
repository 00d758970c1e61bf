package com.ofauth.access.testing.internal.service;

import com.ofauth.access.model.MassMessage;
import com.ofauth.access.testing.internal.exchange.PageItem;
import java.util.function.Supplier;

/** A mass message in the list. Immutable. */
public final class MassMessageEntry implements PageItem {
  private final long id;
  private final Lazy<MassMessage> message;
  private final Lazy<String> json;

  private MassMessageEntry(long id, Lazy<MassMessage> message, Lazy<String> json) {
    this.id = id;
    this.message = message;
    this.json = json;
  }

  /** A mass message as JSON, which is sent as it is. */
  public static MassMessageEntry ofJson(String json) {
    return new MassMessageEntry(
        WireJson.id(json, "id"),
        Lazy.of(() -> WireJson.readMassMessage(json)),
        Lazy.of(() -> json));
  }

  public static MassMessageEntry of(MassMessage message) {
    return lazy(message.id(), () -> message);
  }

  public static MassMessageEntry lazy(long id, Supplier<MassMessage> source) {
    Lazy<MassMessage> message = Lazy.of(source);
    return new MassMessageEntry(id, message, Lazy.of(() -> WireJson.massMessage(message.get())));
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String json() {
    return json.get();
  }

  public MassMessage message() {
    return message.get();
  }
}
