package com.ofauth.access.testing;

import java.util.Objects;
import java.util.Random;

/**
 * One change of a list of chats, as data: a schedule of changes can be printed, replayed, and
 * shrunk by leaving some out, since each fits whatever list it meets.
 *
 * @param kind what happens
 * @param position which chat it happens to, or where it is inserted: zero or more, taken modulo the
 *     size of the list that it meets; nothing happens to a chat of an empty list
 */
public record ChatChange(Kind kind, int position) {

  /** What can happen to a list of chats while someone pages. */
  public enum Kind {
    /** A user without a chat writes: a new chat at the head. */
    APPEAR_AT_HEAD,
    /** A new chat somewhere: one that was hidden or archived before. */
    APPEAR,
    /** A chat disappears. */
    DISAPPEAR,
    /** The user of a chat writes: it moves to the head, unread. */
    RECEIVE_MESSAGE,
    /** The creator answers a chat: it moves to the head, read. */
    ANSWER,
    /** The creator reads a chat: it keeps its place. */
    MARK_AS_READ
  }

  /**
   * A change.
   *
   * @param kind what happens
   * @param position zero or more
   * @throws IllegalArgumentException if the position is negative
   */
  public ChatChange {
    Objects.requireNonNull(kind, "kind");
    if (position < 0) {
      throw new IllegalArgumentException("position must not be negative: " + position);
    }
  }

  /**
   * A random change.
   *
   * @param random the source of kind and position
   * @return a change
   */
  public static ChatChange random(Random random) {
    Kind[] kinds = Kind.values();
    return new ChatChange(kinds[random.nextInt(kinds.length)], random.nextInt(Integer.MAX_VALUE));
  }

  /**
   * Makes the change.
   *
   * @param chats to be changed
   */
  public void applyTo(TestChats chats) {
    chats.locked(
        () -> {
          switch (kind) {
            case APPEAR_AT_HEAD -> chats.insertGenerated(chats.headIndex());
            case APPEAR -> chats.insertGenerated(position % (chats.size() + 1));
            default -> {
              if (chats.size() > 0) {
                applyToOne(chats);
              }
            }
          }
        });
  }

  private void applyToOne(TestChats chats) {
    long userId = chats.userIdAt(position % chats.size());
    switch (kind) {
      case RECEIVE_MESSAGE -> chats.receiveMessage(userId, "new");
      case ANSWER -> chats.answer(userId, "answered");
      case MARK_AS_READ -> chats.markAsRead(userId);
      default -> chats.remove(userId);
    }
  }
}
