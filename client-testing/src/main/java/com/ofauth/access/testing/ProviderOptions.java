package com.ofauth.access.testing;

import java.time.Duration;
import java.time.InstantSource;

/** How a provider starts. */
record ProviderOptions(
    String apiKey,
    String connectionId,
    InstantSource clock,
    RateLimit rateLimit,
    ErrorDialect dialect,
    Duration clockSkew,
    long seed,
    int chats,
    int massMessages) {}
