package com.ofauth.access.internal.reading;

import static com.ofauth.access.internal.api.ApiBridge.bridge;

import com.ofauth.access.Checkpoint;
import com.ofauth.access.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** News whose pages are prepared, and what happens when one is asked for. */
final class ScriptedNews implements News<Integer> {
  private final Deque<Supplier<List<Integer>>> pages = new ArrayDeque<>();
  private final String name;
  private int given;
  private int asked;
  private int closed;

  /** What the news tells of its end. */
  boolean cutShort;

  boolean mayRepeat;
  boolean baselineLost;

  ScriptedNews(String name) {
    this.name = name;
  }

  /** News with one page for each list. */
  @SafeVarargs
  static ScriptedNews of(List<Integer>... pages) {
    ScriptedNews news = new ScriptedNews("news");
    for (List<Integer> page : pages) {
      news.then(() -> page);
    }
    return news;
  }

  ScriptedNews then(Supplier<List<Integer>> page) {
    pages.add(page);
    return this;
  }

  /** How many pages were asked for, the one that is not there included. */
  int asked() {
    return asked;
  }

  int closed() {
    return closed;
  }

  @Override
  public @Nullable Page<Integer> next() {
    asked++;
    Supplier<List<Integer>> page = pages.poll();
    return page == null ? null : page(page.get());
  }

  @Override
  public Page<Integer> first() {
    return page(pages.remove().get());
  }

  private Page<Integer> page(List<Integer> items) {
    given++;
    return InMemory.page(items);
  }

  @Override
  public void close() {
    closed++;
  }

  @Override
  public Checkpoint checkpoint() {
    String body = name + " after " + given;
    return bridge().checkpoint(() -> body);
  }

  @Override
  public boolean isCutShort() {
    return cutShort;
  }

  @Override
  public boolean mayRepeat() {
    return mayRepeat;
  }

  @Override
  public boolean isBaselineLost() {
    return baselineLost;
  }
}
