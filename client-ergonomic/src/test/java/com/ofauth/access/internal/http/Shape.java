package com.ofauth.access.internal.http;

import com.ofauth.access.ChatListQuery;
import com.ofauth.access.OfAuthConnection;
import com.ofauth.access.model.Chat;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The shapes in which a list can be read: what holds for one has to hold for all. */
enum Shape {
  FIRST_PAGE("first page") {
    @Override
    List<Chat> read(OfAuthConnection connection) {
      return connection.chats().list().firstPage().items();
    }
  },
  ITERATOR("iterator") {
    @Override
    List<Chat> read(OfAuthConnection connection) {
      List<Chat> chats = new ArrayList<>();
      connection.chats().list().forEach(chats::add);
      return chats;
    }
  },
  LOOK_AHEAD("look-ahead") {
    @Override
    List<Chat> read(OfAuthConnection connection) {
      return connection.chats().list(ChatListQuery.builder().lookAhead(2).build()).stream()
          .toList();
    }
  },
  PUBLISHER("publisher") {
    @Override
    List<Chat> read(OfAuthConnection connection) throws InterruptedException, TimeoutException {
      Collector collector = new Collector();
      connection.chats().list().publisher().subscribe(collector);
      return get(collector.all);
    }
  },
  ASYNC("async") {
    @Override
    List<Chat> read(OfAuthConnection connection) throws InterruptedException, TimeoutException {
      return get(connection.chats().list().async().toList());
    }
  };

  private final String title;

  Shape(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Reads as much as the shape gives; throws what ends it. */
  abstract List<Chat> read(OfAuthConnection connection)
      throws InterruptedException, TimeoutException;

  private static <T> T get(CompletableFuture<T> future)
      throws InterruptedException, TimeoutException {
    try {
      return future.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(e.getCause());
    }
  }

  private static final class Collector implements Flow.Subscriber<Chat> {
    private final CompletableFuture<List<Chat>> all = new CompletableFuture<>();
    private final List<Chat> chats = new ArrayList<>();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Chat chat) {
      chats.add(chat);
    }

    @Override
    public void onError(Throwable failure) {
      all.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      all.complete(chats);
    }
  }
}
