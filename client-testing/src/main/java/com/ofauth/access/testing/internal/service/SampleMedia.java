package com.ofauth.access.testing.internal.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Media of all types, as JSON trees. URLs look signed and lead to a reserved domain. */
final class SampleMedia {
  static final List<String> TYPES = List.of("photo", "video", "gif", "audio");

  private static final String CDN = "https://cdn.example.com/";
  private static final long EXPIRES = 1_717_300_800L;
  private static final String SIGNATURE_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-~_";

  private final Random random;
  private final String createdAt;

  SampleMedia(Random random, String createdAt) {
    this.random = random;
    this.createdAt = createdAt;
  }

  Map<String, @Nullable Object> media(long id, String type) {
    boolean video = type.equals("video") || type.equals("gif");
    boolean bare = isBare(id, type);
    boolean isProtected = isProtected(id, type);
    boolean canView = random.nextInt(5) > 0 || bare || isProtected;
    Map<String, @Nullable Object> media = new LinkedHashMap<>();
    media.put("id", id);
    media.put("type", type);
    media.put("convertedToVideo", type.equals("gif"));
    if (!bare) {
      media.put("canView", canView);
    }
    media.put("hasError", random.nextInt(20) == 0);
    media.put("createdAt", bare ? null : createdAt);
    media.put("isReady", random.nextInt(10) > 0);
    if (!bare) {
      media.put("releaseForms", releaseForms());
    }
    if (video || type.equals("audio")) {
      int seconds = 1 + random.nextInt(7_200);
      media.put(
          "duration", isProtected ? (Number) BigDecimal.valueOf(seconds * 10L + 4, 1) : seconds);
    }
    if (random.nextBoolean()) {
      media.put("hasCustomPreview", random.nextBoolean());
    }
    if (video) {
      media.put("videoSources", videoSources(id, canView && !isProtected));
    }
    if (canView) {
      media.put("files", files(id, type));
    }
    return media;
  }

  /** As photos were captured: without all that is documented, and of a width with a fraction. */
  private static boolean isBare(long id, String type) {
    return type.equals("photo") && id % 3 == 0;
  }

  /** As videos were captured whose file is not given out. */
  private static boolean isProtected(long id, String type) {
    return type.equals("video") && id % 3 > 0;
  }

  private Map<String, @Nullable Object> videoSources(long id, boolean canView) {
    Map<String, @Nullable Object> sources = new LinkedHashMap<>();
    sources.put("240", canView ? url("video", id, "240p.mp4") : null);
    if (random.nextInt(4) > 0) {
      sources.put("720", random.nextInt(4) > 0 ? url("video", id, "720p.mp4") : null);
    }
    return sources;
  }

  private Map<String, @Nullable Object> files(long id, String type) {
    String extension =
        switch (type) {
          case "photo" -> "jpg";
          case "audio" -> "mp3";
          default -> "mp4";
        };
    Map<String, @Nullable Object> full = new LinkedHashMap<>();
    full.put("url", isProtected(id, type) ? null : url(type, id, "source." + extension));
    full.put("sources", type.equals("video") ? List.of(source(id)) : List.of());
    if (!type.equals("audio")) {
      full.put("width", isBare(id, type) ? (Number) new BigDecimal("266.389") : 3840);
      full.put("height", isBare(id, type) ? 400 : 2160);
    }
    // A long video passes 2^31 bytes.
    full.put("size", type.equals("video") ? 3_221_225_472L + id % 1_000 : 18_204L + id % 100_000);
    Map<String, @Nullable Object> files = new LinkedHashMap<>();
    files.put("full", full);
    if (!type.equals("audio")) {
      files.put("thumb", picture(type, id, "thumb.jpg", 300));
      if (random.nextInt(3) > 0) {
        Map<String, @Nullable Object> preview = picture(type, id, "preview.jpg", 960);
        if (!isBare(id, type)) {
          preview.put("options", random.nextBoolean() ? List.of(option(type, id)) : List.of());
        }
        files.put("preview", preview);
      }
      if (random.nextInt(3) > 0) {
        files.put("squarePreview", picture(type, id, "square.jpg", 960));
      }
    }
    return files;
  }

  private Map<String, @Nullable Object> picture(String type, long id, String file, int edge) {
    Map<String, @Nullable Object> picture = new LinkedHashMap<>();
    picture.put("url", url(type, id, file));
    picture.put("width", edge);
    picture.put("height", edge);
    picture.put("size", 9_000L + random.nextInt(200_000));
    return picture;
  }

  private Map<String, @Nullable Object> source(long id) {
    Map<String, @Nullable Object> source = new LinkedHashMap<>();
    source.put("url", url("video", id, "1080p.mp4"));
    if (random.nextBoolean()) {
      source.put("width", 1920);
      source.put("height", 1080);
      source.put("type", "video/mp4");
    }
    return source;
  }

  private Map<String, @Nullable Object> option(String type, long id) {
    Map<String, @Nullable Object> option = new LinkedHashMap<>();
    option.put("url", url(type, id, "preview-640.jpg"));
    option.put("width", 640);
    return option;
  }

  private List<Object> releaseForms() {
    List<Object> forms = new ArrayList<>();
    for (int i = random.nextInt(4); i > 1; i--) {
      Map<String, @Nullable Object> form = new LinkedHashMap<>();
      form.put("id", 5_512_340_000L + random.nextInt(100_000));
      form.put("name", "Release " + random.nextInt(1_000));
      form.put("partnerSource", "user");
      form.put("type", random.nextBoolean() ? "co_author" : "guest");
      if (random.nextBoolean()) {
        form.put("user", releaseFormUser());
      }
      forms.add(form);
    }
    return forms;
  }

  private Map<String, @Nullable Object> releaseFormUser() {
    long id = 271_000_000L + random.nextInt(1_000_000);
    String avatar = CDN + "avatars/" + id + "/";
    Map<String, @Nullable Object> user = new LinkedHashMap<>();
    user.put("view", "s");
    user.put("id", id);
    user.put("name", SampleText.NAMES.get(random.nextInt(SampleText.NAMES.size())));
    user.put("username", "user" + id);
    user.put("isVerified", random.nextBoolean());
    user.put("avatar", avatar + "avatar.jpg");
    user.put("avatarThumbs", Map.of("c50", avatar + "c50.jpg", "c144", avatar + "c144.jpg"));
    user.put("ivStatus", "approved");
    user.put("isFromGuest", random.nextBoolean());
    return user;
  }

  private String url(String folder, long id, String file) {
    StringBuilder url = new StringBuilder(CDN).append(folder).append('/').append(id).append('/');
    url.append(file).append("?Expires=").append(EXPIRES).append("&Signature=");
    for (int i = 0; i < 24; i++) {
      url.append(SIGNATURE_ALPHABET.charAt(random.nextInt(SIGNATURE_ALPHABET.length())));
    }
    return url.append("&Key-Pair-Id=KSAMPLE").toString();
  }
}
