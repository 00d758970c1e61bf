package com.ofauth.access.testing.internal.service;

import com.ofauth.access.model.Message;
import com.ofauth.access.model.MessageAuthor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of the chats list that choose and order.
 *
 * @param oldestFirst order=old
 * @param filter the filter, or empty for none
 * @param query the text to search for in lower case, or empty for none
 * @param userListId the user list, or 0 for none
 */
public record ChatSelection(boolean oldestFirst, String filter, String query, long userListId) {
  private static final int MAX_QUERY_LENGTH = 100;
  private static final String NO_FILTER = "";

  static ChatSelection read(QueryReader reader) {
    boolean oldestFirst = reader.oneOf("order", List.of("recent", "old"), "recent").equals("old");
    String filter = reader.oneOf("filter", List.of("priority", "who_tipped", "unread"), NO_FILTER);
    String query = reader.text("query", MAX_QUERY_LENGTH).toLowerCase(Locale.ROOT);
    return new ChatSelection(
        oldestFirst, filter, query, reader.integer("userListId", 1, Long.MAX_VALUE, 0));
  }

  boolean takesAll() {
    return filter.isEmpty() && query.isEmpty() && userListId == 0;
  }

  boolean matchesFilter(ChatEntry entry) {
    return switch (filter) {
      case "priority" -> entry.isPriority();
      case "who_tipped" -> entry.hasTipped();
      case "unread" -> entry.isUnread();
      default -> true;
    };
  }

  boolean matchesQuery(ChatEntry entry) {
    if (query.isEmpty() || Long.toString(entry.id()).contains(query)) {
      return true;
    }
    Message last = entry.chat().lastMessage();
    if (last == null) {
      return false;
    }
    MessageAuthor author = last.fromUser();
    return contains(last.text()) || (author != null && contains(author.name()));
  }

  private boolean contains(@Nullable String text) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(query);
  }
}
