package com.ofauth.access.examples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** A bar chart as SVG: one horizontal bar for each entry, with its value behind it. */
final class BarChart {
  private static final int LABELS = 90;
  private static final int LONGEST = 500;
  private static final int ROW = 24;
  private static final int BAR = 16;

  private BarChart() {}

  /**
   * Draws the chart.
   *
   * @param title what the values are
   * @param bars labels and values that are not negative, from top to bottom
   */
  static String svg(String title, Map<String, BigDecimal> bars) {
    BigDecimal max = bars.values().stream().reduce(BigDecimal.ONE, BigDecimal::max);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n",
            LABELS + LONGEST + 100, (bars.size() + 1) * ROW + BAR / 2));
    svg.append(
        String.format("<title>%1$s</title><text x=\"0\" y=\"16\">%1$s</text>%n", xml(title)));
    int y = ROW;
    for (Map.Entry<String, BigDecimal> bar : bars.entrySet()) {
      int width =
          bar.getValue()
              .multiply(BigDecimal.valueOf(LONGEST))
              .divide(max, /* scale= */ 0, RoundingMode.HALF_UP)
              .intValueExact();
      svg.append(
          String.format(
              "<text x=\"0\" y=\"%d\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\""
                  + " fill=\"#2a6f97\"/><text x=\"%d\" y=\"%1$d\">%s</text>%n",
              y + 13,
              xml(bar.getKey()),
              LABELS,
              y,
              width,
              BAR,
              LABELS + width + 6,
              bar.getValue().toPlainString()));
      y += ROW;
    }
    return svg.append("</svg>").append(System.lineSeparator()).toString();
  }

  private static String xml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
