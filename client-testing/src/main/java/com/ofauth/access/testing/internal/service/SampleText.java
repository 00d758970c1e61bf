package com.ofauth.access.testing.internal.service;

import java.util.List;

/** Words for the sample data: several scripts, emoji, markup, empty and long ones. */
public final class SampleText {
  public static final List<String> NAMES =
      List.of(
          "Robin Ashdown",
          "Sam Okoro",
          "ليلى حسن",
          "Jo 🦋",
          "נועה לוי",
          "María-José Núñez",
          "田中 さくら",
          "Zoë \"Zed\" O'Brien",
          "Владимир П.",
          "x_anon_4821");

  public static final List<String> TEXTS =
      List.of(
          "Thank you, that made my day 💛",
          "<p>See you on Friday</p>",
          "شكرا جزيلا 🌙",
          "Are you online tonight? 👀",
          "",
          "תודה רבה!",
          "Happy birthday 🎂🎉 &amp; all the best",
          "Line one\nline two\twith a tab and a \\ backslash",
          "👩‍👩‍👧‍👦 family, 🏳️‍🌈 flag, 👍🏽 tone",
          "明日の配信、楽しみにしています",
          "price? \u200fمرحبا\u200e ok",
          "a long one: " + "lorem ipsum dolor sit amet ".repeat(12).strip());

  public static final List<String> REASONS =
      List.of("muted", "subscribe", "deleted_user", "restricted");

  private SampleText() {}
}
