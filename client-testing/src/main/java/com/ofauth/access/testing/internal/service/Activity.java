package com.ofauth.access.testing.internal.service;

import com.ofauth.access.model.Chat;
import com.ofauth.access.model.Message;
import com.ofauth.access.model.MessageAuthor;
import java.time.Instant;
import java.util.List;

/** What happens in a chat while someone reads the list. */
public record Activity(long messageId, Instant at) {

  public Chat received(Chat chat, String text) {
    Long unread = chat.unreadMessagesCount();
    return chat.toBuilder()
        .lastMessage(message(chat.withUser().id(), text, true))
        .unreadMessagesCount(unread == null ? 1L : unread + 1)
        .build();
  }

  public Chat answered(Chat chat, String text) {
    return read(chat).toBuilder()
        .lastMessage(message(SampleMessages.CREATOR_ID, text, false))
        .lastReadMessageId(messageId)
        .build();
  }

  public static Chat read(Chat chat) {
    Chat.Builder changed = chat.toBuilder().unreadMessagesCount(0L).hasUnreadTips(false);
    Message last = chat.lastMessage();
    return last == null ? changed.build() : changed.lastReadMessageId(last.id()).build();
  }

  private Message message(long authorId, String text, boolean isNew) {
    return Message.builder()
        .id(messageId)
        .text(text)
        .fromUser(MessageAuthor.builder().id(authorId).view("s").build())
        .media(List.of())
        .previews(List.of())
        .responseType("message")
        .isFree(true)
        .isTip(false)
        .isNew(isNew)
        .createdAt(at.toString())
        .build();
  }
}
