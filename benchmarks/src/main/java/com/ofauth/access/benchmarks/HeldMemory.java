package com.ofauth.access.benchmarks;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.Page;
import com.ofauth.access.model.Chat;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A program that tells what the heap holds of walks and of pages, after a collection. */
final class HeldMemory {
  private static final int KEPT_PAGES = 200;
  private static final int COLLECTIONS = 6;

  private HeldMemory() {}

  /**
   * Prints the figures.
   *
   * @param args how many pages the list has
   */
  public static void main(String[] args) throws IOException {
    int pages = Integer.parseInt(args[0]);
    int kept = Math.min(pages, KEPT_PAGES);
    try (PageServer server = PageServer.start(pages, Urls.SHORT, 0);
        OfAuthClient client = Clients.sdk(server.url())) {
      // Loads the classes, and fills the pools.
      ofPagesOfAWalk(client, kept);
      ofFirstPages(client, 1);
      System.out.printf("%d items%n", pages * Pages.PAGE_SIZE);
      System.out.printf("a walk: %.1f bytes an item%n", ofAWalk(client, pages));
      System.out.printf(
          "a page of a walk, beside its items: %.0f bytes%n", ofPagesOfAWalk(client, kept));
      System.out.printf(
          "a page of firstPage(), beside its items: %.0f bytes%n", ofFirstPages(client, kept));
    }
  }

  /** What a walk holds for each item, when it has given the last one. */
  static double ofAWalk(OfAuthClient client, int pages) {
    int items = pages * Pages.PAGE_SIZE;
    long before = used();
    Iterator<Chat> walk = client.connection().chats().list().iterator();
    try {
      for (int i = 0; i < items; i++) {
        walk.next();
      }
      return (double) (used() - before) / items;
    } finally {
      Reference.reachabilityFence(walk);
    }
  }

  /** What a page of a walk holds beside its items. */
  static double ofPagesOfAWalk(OfAuthClient client, int count) {
    List<Page<Chat>> kept = new ArrayList<>();
    Iterator<Page<Chat>> pages = client.connection().chats().list().pages().iterator();
    while (kept.size() < count) {
      kept.add(pages.next());
    }
    return besideItems(kept);
  }

  /** What a page of {@code firstPage()} holds beside its items. */
  static double ofFirstPages(OfAuthClient client, int count) {
    List<Page<Chat>> kept = new ArrayList<>();
    while (kept.size() < count) {
      kept.add(client.connection().chats().list().firstPage());
    }
    return besideItems(kept);
  }

  private static double besideItems(List<Page<Chat>> kept) {
    long before = used();
    List<Object> items = new ArrayList<>();
    kept.forEach(page -> items.add(page.items()));
    int count = kept.size();
    kept.clear();
    try {
      return (double) (before - used()) / count;
    } finally {
      Reference.reachabilityFence(items);
    }
  }

  /** The least of a few collections: what has a cleaner goes with a later one. */
  private static long used() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
