package com.ofauth.access.examples.accounts;

import com.ofauth.access.OfAuthClient;
import com.ofauth.access.RateLimitPolicy;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a member is told by a file of properties, and by {@code OFAUTH_API_KEY} and, if set, {@code
 * OFAUTH_BASE_URL} in the environment.
 *
 * @param apiKey of the organisation
 * @param baseUrl of the API, or null for its own
 * @param port {@code port}: where this member listens to the others
 * @param members {@code members}: the addresses of all members, separated by commas
 * @param sink {@code sink}: the JDBC URL of the database
 * @param connections {@code connections}: a file with one connection id a line
 * @param interval {@code interval}: between two polls of a connection, as in PT30S
 * @param atOnce {@code atOnce}: how many connections a member reads at once
 * @param rateLimit {@code perMinute} and {@code burst}: the budget of each connection
 */
record Settings(
    String apiKey,
    @Nullable String baseUrl,
    int port,
    List<String> members,
    String sink,
    List<String> connections,
    Duration interval,
    int atOnce,
    RateLimitPolicy rateLimit) {

  static Settings read(Path file) throws IOException {
    Properties given = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      given.load(reader);
    }
    String connections = given.getProperty("connections", "connections.txt");
    return new Settings(
        Objects.requireNonNullElse(System.getenv("OFAUTH_API_KEY"), ""),
        System.getenv("OFAUTH_BASE_URL"),
        Integer.parseInt(given.getProperty("port", "5701")),
        List.of(given.getProperty("members", "127.0.0.1:5701").split(", *")),
        given.getProperty("sink", "jdbc:h2:./many-accounts;AUTO_SERVER=TRUE"),
        Files.readAllLines(file.resolveSibling(connections)).stream()
            .filter(line -> !line.isBlank())
            .toList(),
        Duration.parse(given.getProperty("interval", "PT30S")),
        Integer.parseInt(given.getProperty("atOnce", "200")),
        RateLimitPolicy.of(
            Integer.parseInt(given.getProperty("perMinute", "60")),
            Integer.parseInt(given.getProperty("burst", "90"))));
  }

  OfAuthClient.Builder client() {
    OfAuthClient.Builder client = OfAuthClient.builder().apiKey(apiKey);
    return baseUrl == null ? client : client.baseUrl(baseUrl);
  }
}
