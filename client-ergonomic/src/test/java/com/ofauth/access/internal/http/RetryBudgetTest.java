package com.ofauth.access.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RetryBudgetTest {
  private final RetryBudget budget = new RetryBudget();

  @Test
  void allowsAHundredRetriesAtOnce() {
    assertThat(spendAll()).isEqualTo(100);
    assertThat(budget.trySpend()).isFalse();
  }

  @Test
  void earnsOneRetryByTenSuccesses() {
    spendAll();

    for (int i = 0; i < 9; i++) {
      budget.earn(0);
    }
    assertThat(budget.trySpend()).isFalse();
    budget.earn(0);
    assertThat(spendAll()).isEqualTo(1);
  }

  @Test
  void getsBackWhatARefusalCostAndWhatWasNotMade() {
    spendAll();

    budget.earn(3);
    assertThat(spendAll()).isEqualTo(3);
    budget.refund();
    assertThat(spendAll()).isEqualTo(1);
  }

  @Test
  void neverHoldsMoreThanItBeganWith() {
    budget.trySpend();
    budget.earn(50);
    budget.refund();

    assertThat(spendAll()).isEqualTo(100);
  }

  private int spendAll() {
    int retries = 0;
    while (retries < 1_000 && budget.trySpend()) {
      retries++;
    }
    return retries;
  }
}
