package com.ofauth.access.testing;

import com.ofauth.access.model.MassMessage;
import com.ofauth.access.testing.internal.exchange.PageBody;
import com.ofauth.access.testing.internal.exchange.PageBody.Asked;
import com.ofauth.access.testing.internal.service.MassMessageEntry;
import com.ofauth.access.testing.internal.service.OrderedItems;
import com.ofauth.access.testing.internal.service.Slicer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The mass messages of one connection that have one status, the newest first. Every change shows in
 * the next request. Safe for use by several threads; {@link TestConnection#change} makes several
 * changes one.
 */
public final class TestMassMessages {
  private final Object lock;
  private final Function<Integer, MassMessageEntry> generator;
  private final OrderedItems<MassMessageEntry> messages = new OrderedItems<>("mass message");
  private int generated;

  TestMassMessages(Object lock, Function<Integer, MassMessageEntry> generator) {
    this.lock = lock;
    this.generator = generator;
  }

  /**
   * The number of messages.
   *
   * @return zero or more
   */
  public int size() {
    synchronized (lock) {
      return messages.size();
    }
  }

  /**
   * The ids of all messages, the newest first.
   *
   * @return an immutable list
   */
  public List<Long> ids() {
    synchronized (lock) {
      return messages.all().stream().map(MassMessageEntry::id).toList();
    }
  }

  /**
   * All messages, the newest first.
   *
   * @return an immutable list
   */
  public List<MassMessage> all() {
    synchronized (lock) {
      return messages.all().stream().map(MassMessageEntry::message).toList();
    }
  }

  /**
   * One message.
   *
   * @param id of the message
   * @return the message as it is now
   * @throws IllegalArgumentException if there is no such message
   */
  public MassMessage get(long id) {
    synchronized (lock) {
      return messages.require(id).message();
    }
  }

  /**
   * Adds messages at the end.
   *
   * @param added in this order
   * @return this
   * @throws IllegalArgumentException if there is a message with one of their ids already
   */
  public TestMassMessages add(MassMessage... added) {
    synchronized (lock) {
      for (MassMessage message : added) {
        messages.insert(messages.size(), MassMessageEntry.of(message));
      }
      return this;
    }
  }

  /**
   * Adds messages at the end that are written as JSON: they are sent as they are, so that they can
   * break the spec. The models read them only when {@link #get} or {@link #all} needs it.
   *
   * @param items JSON objects with {@code id}, a number or digits in quotes
   * @return this
   * @throws IllegalArgumentException if one of them has no such id, or there is a message with it
   *     already
   */
  public TestMassMessages addJson(String... items) {
    synchronized (lock) {
      for (String json : items) {
        messages.insert(messages.size(), MassMessageEntry.ofJson(json));
      }
      return this;
    }
  }

  /**
   * Adds {@link SampleData#capturedMassMessages()} at the end.
   *
   * @return this
   * @throws IllegalArgumentException if they have been added already
   */
  public TestMassMessages addCaptured() {
    return addJson(SampleData.capturedMassMessages().toArray(String[]::new));
  }

  /**
   * Adds realistic messages at the end; the same ones in each run, see {@link SampleData}. Each is
   * created when a request or a test first reads it.
   *
   * @param count zero or more
   * @return this
   */
  public TestMassMessages addGenerated(int count) {
    synchronized (lock) {
      IntStream.range(0, count)
          .forEach(i -> messages.insert(messages.size(), generator.apply(generated++)));
      return this;
    }
  }

  /**
   * Inserts a realistic message.
   *
   * @param index 0 for the head, {@link #size()} for the end
   * @return this
   * @throws IndexOutOfBoundsException if the index is out of its range
   */
  public TestMassMessages insertGenerated(int index) {
    synchronized (lock) {
      messages.insert(index, generator.apply(generated++));
      return this;
    }
  }

  /**
   * Inserts a message.
   *
   * @param index 0 for the head, {@link #size()} for the end
   * @param message with an id of its own
   * @return this
   * @throws IndexOutOfBoundsException if the index is out of its range
   * @throws IllegalArgumentException if there is a message with this id already
   */
  public TestMassMessages insert(int index, MassMessage message) {
    synchronized (lock) {
      messages.insert(index, MassMessageEntry.of(message));
      return this;
    }
  }

  /**
   * Replaces a message without moving it.
   *
   * @param message with the id of a message that is there
   * @return this
   * @throws IllegalArgumentException if there is no such message
   */
  public TestMassMessages replace(MassMessage message) {
    synchronized (lock) {
      messages.replace(MassMessageEntry.of(message));
      return this;
    }
  }

  /**
   * Removes a message.
   *
   * @param id of the message
   * @return this
   * @throws IllegalArgumentException if there is no such message
   */
  public TestMassMessages remove(long id) {
    synchronized (lock) {
      messages.remove(id);
      return this;
    }
  }

  /**
   * Moves a message to another list of the same connection, at its head: a scheduled message that
   * is sent, a sent one that is taken back.
   *
   * @param id of the message
   * @param target another list of the same connection
   * @return this
   * @throws IllegalArgumentException if there is no such message, the target has it already or
   *     belongs to another connection
   */
  public TestMassMessages moveTo(long id, TestMassMessages target) {
    if (target == this || target.lock != lock) {
      throw new IllegalArgumentException("the target must be another list of the same connection");
    }
    synchronized (lock) {
      target.messages.insert(0, messages.require(id));
      messages.remove(id);
      return this;
    }
  }

  /**
   * Removes all messages.
   *
   * @return this
   */
  public TestMassMessages clear() {
    synchronized (lock) {
      messages.clear();
      return this;
    }
  }

  void apply(MassMessageChange change) {
    synchronized (lock) {
      switch (change.kind()) {
        case APPEAR_AT_HEAD -> insertGenerated(0);
        case APPEAR -> insertGenerated(change.position() % (size() + 1));
        case DISAPPEAR -> {
          if (size() > 0) {
            remove(messages.get(change.position() % size()).id());
          }
        }
      }
    }
  }

  /** Removes everything and adds generated messages, from the first one on. */
  void restart(int count) {
    synchronized (lock) {
      clear();
      generated = 0;
      addGenerated(count);
    }
  }

  PageBody page(Asked asked) {
    synchronized (lock) {
      return Slicer.filterThenSlice(messages.size(), messages::get, null, asked);
    }
  }
}
