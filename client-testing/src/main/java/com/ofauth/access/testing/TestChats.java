package com.ofauth.access.testing;

import com.ofauth.access.model.Chat;
import com.ofauth.access.testing.internal.exchange.PageBody;
import com.ofauth.access.testing.internal.exchange.PageBody.Asked;
import com.ofauth.access.testing.internal.service.Activity;
import com.ofauth.access.testing.internal.service.ChatEntry;
import com.ofauth.access.testing.internal.service.ChatPages;
import com.ofauth.access.testing.internal.service.ChatSelection;
import com.ofauth.access.testing.internal.service.OrderedItems;
import com.ofauth.access.testing.internal.service.SampleMessages;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The chats of one connection, the most recently active first. Every change shows in the next
 * request.
 *
 * <p>A chat is known by the id of its user; there is one chat to a user. Safe for use by several
 * threads; {@link TestConnection#change} makes several changes one.
 */
public final class TestChats {
  private final Object lock;
  private final InstantSource clock;
  private final SampleData data;
  private final OrderedItems<ChatEntry> chats = new OrderedItems<>("chat");
  private final ChatPages pages = new ChatPages();
  private int generated;
  private int messages;

  TestChats(Object lock, InstantSource clock, SampleData data) {
    this.lock = lock;
    this.clock = clock;
    this.data = data;
  }

  /**
   * The number of chats.
   *
   * @return zero or more
   */
  public int size() {
    synchronized (lock) {
      return chats.size();
    }
  }

  /**
   * The ids of all users, the most recently active chat first.
   *
   * @return an immutable list
   */
  public List<Long> userIds() {
    synchronized (lock) {
      return chats.all().stream().map(ChatEntry::id).toList();
    }
  }

  /**
   * All chats, the most recently active first.
   *
   * @return an immutable list
   */
  public List<Chat> all() {
    synchronized (lock) {
      return chats.all().stream().map(ChatEntry::chat).toList();
    }
  }

  /**
   * One chat.
   *
   * @param userId of its user
   * @return the chat as it is now
   * @throws IllegalArgumentException if there is no such chat
   */
  public Chat get(long userId) {
    synchronized (lock) {
      return chats.require(userId).chat();
    }
  }

  /**
   * Adds chats at the end.
   *
   * @param added in this order
   * @return this
   * @throws IllegalArgumentException if there is a chat with one of their users already
   */
  public TestChats add(Chat... added) {
    synchronized (lock) {
      for (Chat chat : added) {
        chats.insert(chats.size(), ChatEntry.of(chat));
      }
      return this;
    }
  }

  /**
   * Adds chats at the end that are written as JSON: they are sent as they are, so that they can
   * break the spec. The models read them only when a filter, a query, a change or {@link #get}
   * needs it.
   *
   * @param items JSON objects with {@code withUser.id}, a number or digits in quotes
   * @return this
   * @throws IllegalArgumentException if one of them has no such id, or there is a chat with its
   *     user already
   */
  public TestChats addJson(String... items) {
    synchronized (lock) {
      for (String json : items) {
        chats.insert(chats.size(), ChatEntry.ofJson(json));
      }
      return this;
    }
  }

  /**
   * Adds {@link SampleData#capturedChats()} at the end.
   *
   * @return this
   * @throws IllegalArgumentException if they have been added already
   */
  public TestChats addCaptured() {
    return addJson(SampleData.capturedChats().toArray(String[]::new));
  }

  /**
   * Adds realistic chats at the end; the same ones in each run, see {@link SampleData}. Each is
   * created when a request or a test first reads it, so thousands are cheap.
   *
   * @param count zero or more
   * @return this
   */
  public TestChats addGenerated(int count) {
    synchronized (lock) {
      for (int i = 0; i < count; i++) {
        chats.insert(chats.size(), data.chatEntry(generated++));
      }
      return this;
    }
  }

  /**
   * Inserts a realistic chat of a user who had none.
   *
   * @param index 0 for the head, {@link #size()} for the end
   * @return this
   * @throws IndexOutOfBoundsException if the index is out of its range
   */
  public TestChats insertGenerated(int index) {
    synchronized (lock) {
      chats.insert(index, data.chatEntry(generated++));
      return this;
    }
  }

  /**
   * Inserts a chat.
   *
   * @param index 0 for the head, {@link #size()} for the end
   * @param chat with a user of its own
   * @return this
   * @throws IndexOutOfBoundsException if the index is out of its range
   * @throws IllegalArgumentException if there is a chat with this user already
   */
  public TestChats insert(int index, Chat chat) {
    synchronized (lock) {
      chats.insert(index, ChatEntry.of(chat));
      return this;
    }
  }

  /**
   * Replaces a chat without moving it.
   *
   * @param chat with the user of a chat that is there
   * @return this
   * @throws IllegalArgumentException if there is no such chat
   */
  public TestChats replace(Chat chat) {
    synchronized (lock) {
      chats.replace(chats.require(chat.withUser().id()).withChat(chat));
      return this;
    }
  }

  /**
   * Removes a chat.
   *
   * @param userId of its user
   * @return this
   * @throws IllegalArgumentException if there is no such chat
   */
  public TestChats remove(long userId) {
    synchronized (lock) {
      chats.remove(userId);
      return this;
    }
  }

  /**
   * Moves a chat without any other change.
   *
   * @param userId of its user
   * @param index where it stands afterwards, 0 for the head, less than {@link #size()}
   * @return this
   * @throws IndexOutOfBoundsException if the index is out of its range
   * @throws IllegalArgumentException if there is no such chat
   */
  public TestChats move(long userId, int index) {
    synchronized (lock) {
      chats.move(userId, index);
      return this;
    }
  }

  /**
   * The user writes: the chat has a new last message and one more unread, and moves to the head,
   * below the pinned chats.
   *
   * @param userId of its user
   * @param text of the message
   * @return this
   * @throws IllegalArgumentException if there is no such chat
   */
  public TestChats receiveMessage(long userId, String text) {
    synchronized (lock) {
      ChatEntry entry = chats.require(userId);
      chats.replace(entry.withChat(activity().received(entry.chat(), text)));
      toHead(entry);
      return this;
    }
  }

  /**
   * The creator answers: the chat has a new last message and nothing unread, and moves to the head,
   * below the pinned chats.
   *
   * @param userId of its user
   * @param text of the message
   * @return this
   * @throws IllegalArgumentException if there is no such chat
   */
  public TestChats answer(long userId, String text) {
    synchronized (lock) {
      ChatEntry entry = chats.require(userId);
      chats.replace(entry.withChat(activity().answered(entry.chat(), text)));
      toHead(entry);
      return this;
    }
  }

  /**
   * Marks a chat as read; it keeps its place.
   *
   * @param userId of its user
   * @return this
   * @throws IllegalArgumentException if there is no such chat
   */
  public TestChats markAsRead(long userId) {
    synchronized (lock) {
      ChatEntry entry = chats.require(userId);
      chats.replace(entry.withChat(Activity.read(entry.chat())));
      return this;
    }
  }

  /**
   * Says whether {@code filter=priority} lists a chat. A chat that was added is none at first; of
   * generated ones every seventh is.
   *
   * @param userId of its user
   * @param priority whether it is one
   * @return this
   * @throws IllegalArgumentException if there is no such chat
   */
  public TestChats setPriority(long userId, boolean priority) {
    synchronized (lock) {
      chats.replace(chats.require(userId).withPriority(priority));
      return this;
    }
  }

  /**
   * Makes {@code filter=who_tipped} list a chat for good. Without this it lists chats with an
   * unread tip and those whose last message came with one, and keeps them once these are read.
   *
   * @param userId of its user
   * @return this
   * @throws IllegalArgumentException if there is no such chat
   */
  public TestChats markAsTipper(long userId) {
    synchronized (lock) {
      chats.replace(chats.require(userId).asTipper());
      return this;
    }
  }

  /**
   * Makes or replaces a user list, for the parameter {@code userListId}.
   *
   * @param listId greater than zero
   * @param userIds of its users, with or without a chat
   * @return this
   * @throws IllegalArgumentException if the list's id is not greater than zero
   */
  public TestChats setUserList(long listId, long... userIds) {
    if (listId <= 0) {
      throw new IllegalArgumentException("listId must be greater than 0: " + listId);
    }
    synchronized (lock) {
      pages.setUserList(
          listId, Arrays.stream(userIds).boxed().collect(Collectors.toUnmodifiableSet()));
      return this;
    }
  }

  /**
   * Changes how the list is filtered and cut into pages. A list without a filter, a query and a
   * user list is cut the same way in all modes.
   *
   * @param mode {@link FilterMode#BEFORE_SLICING} at first
   * @return this
   */
  public TestChats filterMode(FilterMode mode) {
    Objects.requireNonNull(mode, "mode");
    synchronized (lock) {
      pages.filterMode(mode);
      return this;
    }
  }

  /**
   * Switches between {@link FilterMode#AFTER_SLICING} and {@link FilterMode#BEFORE_SLICING}.
   *
   * @param on true for the former
   * @return this
   */
  public TestChats filterAfterSlicing(boolean on) {
    return filterMode(on ? FilterMode.AFTER_SLICING : FilterMode.BEFORE_SLICING);
  }

  /**
   * Pins a chat: it moves to the head, above the chats that were pinned before. Activity does not
   * move a pinned chat.
   *
   * @param userId of its user
   * @return this
   * @throws IllegalArgumentException if there is no such chat
   */
  public TestChats pin(long userId) {
    synchronized (lock) {
      chats.replace(chats.require(userId).withPin(true));
      chats.move(userId, 0);
      return this;
    }
  }

  /**
   * Unpins a chat: it becomes the first one below the pinned chats.
   *
   * @param userId of its user
   * @return this
   * @throws IllegalArgumentException if there is no such chat
   */
  public TestChats unpin(long userId) {
    synchronized (lock) {
      if (chats.require(userId).isPinned()) {
        chats.replace(chats.require(userId).withPin(false));
        // Among the pinned ones still, so that one place less is theirs.
        chats.move(userId, chats.size() - 1);
        chats.move(userId, headIndex());
      }
      return this;
    }
  }

  /**
   * Removes all chats.
   *
   * @return this
   */
  public TestChats clear() {
    synchronized (lock) {
      chats.clear();
      return this;
    }
  }

  /** The place of the chat with the latest activity: below those that are pinned. */
  int headIndex() {
    synchronized (lock) {
      int index = 0;
      while (index < chats.size() && chats.get(index).isPinned()) {
        index++;
      }
      return index;
    }
  }

  private void toHead(ChatEntry entry) {
    if (!entry.isPinned()) {
      chats.move(entry.id(), headIndex());
    }
  }

  long userIdAt(int index) {
    synchronized (lock) {
      return chats.get(index).id();
    }
  }

  void locked(Runnable changes) {
    synchronized (lock) {
      changes.run();
    }
  }

  /** Removes everything and adds generated chats, from the first one on. */
  void restart(int count) {
    synchronized (lock) {
      clear();
      pages.clear();
      generated = 0;
      messages = 0;
      addGenerated(count);
    }
  }

  PageBody page(ChatSelection selection, Asked asked) {
    synchronized (lock) {
      return pages.page(chats, selection, asked);
    }
  }

  private Activity activity() {
    return new Activity(SampleMessages.FIRST_NEW_MESSAGE + messages++, clock.instant());
  }
}
