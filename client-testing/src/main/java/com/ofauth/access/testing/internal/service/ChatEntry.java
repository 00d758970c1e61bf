package com.ofauth.access.testing.internal.service;

import com.ofauth.access.model.Chat;
import com.ofauth.access.model.Message;
import com.ofauth.access.testing.internal.exchange.PageItem;
import java.util.function.Supplier;

/** A chat in the list, with what the service knows of it and does not show. Immutable. */
public final class ChatEntry implements PageItem {
  private final long userId;
  private final Lazy<Chat> chat;
  private final Lazy<String> json;
  private final boolean priority;
  private final boolean markedTipper;
  private final boolean pinned;

  private ChatEntry(
      long userId,
      Lazy<Chat> chat,
      Lazy<String> json,
      boolean priority,
      boolean markedTipper,
      boolean pinned) {
    this.userId = userId;
    this.chat = chat;
    this.json = json;
    this.priority = priority;
    this.markedTipper = markedTipper;
    this.pinned = pinned;
  }

  public static ChatEntry of(Chat chat) {
    return lazy(chat.withUser().id(), () -> chat, false);
  }

  /** A chat as JSON, which is sent as it is. */
  public static ChatEntry ofJson(String json) {
    return new ChatEntry(
        WireJson.id(json, "withUser", "id"),
        Lazy.of(() -> WireJson.readChat(json)),
        Lazy.of(() -> json),
        false,
        false,
        false);
  }

  public static ChatEntry lazy(long userId, Supplier<Chat> source, boolean priority) {
    Lazy<Chat> chat = Lazy.of(source);
    return new ChatEntry(userId, chat, jsonOf(chat), priority, false, false);
  }

  public ChatEntry withChat(Chat changed) {
    Lazy<Chat> fixed = Lazy.of(() -> changed);
    // Who has tipped stays a tipper when the tip has been read.
    return new ChatEntry(userId, fixed, jsonOf(fixed), priority, hasTipped(), pinned);
  }

  public ChatEntry withPriority(boolean changed) {
    return new ChatEntry(userId, chat, json, changed, markedTipper, pinned);
  }

  public ChatEntry asTipper() {
    return new ChatEntry(userId, chat, json, priority, true, pinned);
  }

  public ChatEntry withPin(boolean changed) {
    return new ChatEntry(userId, chat, json, priority, markedTipper, changed);
  }

  public boolean isPinned() {
    return pinned;
  }

  @Override
  public long id() {
    return userId;
  }

  @Override
  public String json() {
    return json.get();
  }

  public Chat chat() {
    return chat.get();
  }

  boolean isPriority() {
    return priority;
  }

  boolean hasTipped() {
    if (markedTipper || Boolean.TRUE.equals(chat().hasUnreadTips())) {
      return true;
    }
    Message last = chat().lastMessage();
    return last != null && Boolean.TRUE.equals(last.isTip());
  }

  boolean isUnread() {
    Long unread = chat().unreadMessagesCount();
    return unread != null && unread > 0;
  }

  private static Lazy<String> jsonOf(Lazy<Chat> chat) {
    return Lazy.of(() -> WireJson.chat(chat.get()));
  }
}
