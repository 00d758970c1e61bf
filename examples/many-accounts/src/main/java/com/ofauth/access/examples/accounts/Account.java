package com.ofauth.access.examples.accounts;

import com.hazelcast.map.EntryProcessor;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far the cluster has come with one connection, a value of the map of accounts.
 *
 * @param fence of the owner, from the sink
 * @param checkpoints by the name of the list
 */
record Account(long fence, TreeMap<String, String> checkpoints) implements Serializable {
  @Nullable String checkpoint(String list) {
    return checkpoints.get(list);
  }

  Account with(String list, String checkpoint) {
    TreeMap<String, String> more = new TreeMap<>(checkpoints);
    more.put(list, checkpoint);
    return new Account(fence, more);
  }

  /**
   * Makes a member the owner; the account tells where it goes on. Null if there is a newer owner.
   *
   * @param saved what the sink knows, for when the map knows nothing
   */
  record TakeOver(Account saved) implements EntryProcessor<String, Account, @Nullable Account> {
    @Override
    public @Nullable Account process(Map.Entry<String, Account> entry) {
      Account before = entry.getValue();
      if (before != null && before.fence() > saved.fence()) {
        return null;
      }
      Account now = before == null ? saved : new Account(saved.fence(), before.checkpoints());
      entry.setValue(now);
      return now;
    }
  }

  /** Saves a checkpoint; tells whether the member is still the owner. */
  record Save(long fence, String list, String checkpoint)
      implements EntryProcessor<String, Account, Boolean> {
    @Override
    public Boolean process(Map.Entry<String, Account> entry) {
      Account before = entry.getValue();
      if (before == null || before.fence() != fence) {
        return false;
      }
      entry.setValue(before.with(list, checkpoint));
      return true;
    }
  }
}
