package dev.trama.samples.crawler;

import dev.trama.samples.Tasks;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Crawls a site with a virtual thread for each page: fetch it, find its links, store it, and wait
 * for the pages that it links to. There is no callback and no selector; the thread that reads from
 * the socket simply gives up its carrier until there is something to read.
 */
public final class Crawler {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

  private final Path directory;
  private final ExecutorService pages;
  private final Set<URI> seen = ConcurrentHashMap.newKeySet();
  private final Queue<String> problems = new ConcurrentLinkedQueue<>();

  private Crawler(Path directory, ExecutorService pages) {
    this.directory = directory;
    this.pages = pages;
  }

  public static void main(String[] args) throws Exception {
    Path directory = Files.createTempDirectory("crawler");
    try (Site site = new Site();
        ExecutorService pages = Tasks.named("page")) {
      Crawler crawler = new Crawler(directory, pages);
      crawler.seen.add(site.address());
      int stored = crawler.start(site.address()).get();
      crawler.problems.forEach(System.out::println);
      System.out.printf("%d pages of %d seen are stored%n", stored, crawler.seen.size());
    } finally {
      deleteAll(directory);
    }
  }

  private Future<Integer> start(URI page) {
    return pages.submit(() -> crawl(page));
  }

  /** Stores a page and all unseen pages that it leads to; returns how many. */
  private int crawl(URI page) throws InterruptedException, ExecutionException {
    String html;
    try {
      html = fetch(page);
      write(page, html);
    } catch (IOException e) {
      problems.add(page.getPath() + ": " + e.getMessage());
      return 0;
    }
    List<Future<Integer>> linked = new ArrayList<>();
    for (URI link : links(page, html)) {
      if (seen.add(link)) {
        linked.add(start(link));
      }
    }
    int stored = 1;
    for (Future<Integer> pages : linked) {
      stored += pages.get();
    }
    return stored;
  }

  private static String fetch(URI page) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
    if (connection.getResponseCode() != 200) {
      throw new IOException("the server answered " + connection.getResponseCode());
    }
    try (InputStream body = connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<URI> links(URI page, String html) {
    return LINK.matcher(html).results().map(link -> page.resolve(link.group(1))).toList();
  }

  private void write(URI page, String html) throws IOException {
    String name = page.getPath().equals("/") ? "index" : page.getPath().substring(1);
    Files.writeString(directory.resolve(name + ".html"), html);
  }

  private static void deleteAll(Path directory) throws IOException {
    try (var files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
