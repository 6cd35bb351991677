package dev.trama.analyzer.render.html;

import java.util.HashMap;
import java.util.Map;

/** Where the made-up order service awaits: stacks as a real service has them. */
final class ShopSites {
  final String[] entries = {"OrderHandler.handle", "CatalogHandler.handle", "Outbox.run"};
  final int query;
  final int pool;
  final int price;
  final int stock;
  final int backoff;
  final int read;
  final int cache;
  final int yield;
  final int pinned;
  final int take;
  final int mail;
  final int spawnFrame;

  private final PageNames names;
  private final Map<Integer, Integer> frameOfNode = new HashMap<>();

  ShopSites(PageNames names) {
    this.names = names;
    spawnFrame = frame("shop.Shop.main", "Shop.java", 31, 0);
    int order = app(-1, "shop.web.OrderHandler.handle", "OrderHandler.java", 44);
    int placed = app(order, "shop.order.Orders.place", "Orders.java", 61);
    int priced = app(order, "shop.order.Orders.price", "Orders.java", 88);
    int connection = app(placed, "shop.db.Pool.borrow", "Pool.java", 27);
    int rows = app(placed, "shop.db.Session.query", "Session.java", 52);
    query =
        site(
            jdk(rows, "sun.nio.ch.NioSocketImpl.read", 294), "socket read", "park", "io", "", rows);
    pool =
        site(
            jdk(connection, "java.util.concurrent.Semaphore.acquire", 318),
            "semaphore",
            "park",
            "pool",
            "java.util.concurrent.Semaphore",
            connection);
    price =
        site(
            jdk(priced, "java.util.concurrent.CompletableFuture.get", 2071),
            "future get",
            "park",
            "task",
            "java.util.concurrent.CompletableFuture",
            priced);
    int reserve = app(placed, "shop.stock.Stock.reserve", "Stock.java", 19);
    stock = site(reserve, "monitor enter", "monitor-enter", "lock", "shop.stock.Shelf", reserve);
    int retry = app(placed, "shop.order.Retry.pause", "Retry.java", 33);
    backoff = site(jdk(retry, "java.lang.Thread.sleep", 509), "sleep", "sleep", "timer", "", retry);
    int catalog = app(-1, "shop.web.CatalogHandler.handle", "CatalogHandler.java", 22);
    int page = app(catalog, "shop.catalog.Catalog.page", "Catalog.java", 40);
    int again = app(page, "shop.catalog.Catalog.page", "Catalog.java", 43);
    read =
        site(
            jdk(again, "sun.nio.ch.NioSocketImpl.read", 294),
            "socket read",
            "park",
            "io",
            "",
            again);
    int lookup = app(page, "shop.catalog.Cache.get", "Cache.java", 71);
    cache =
        site(
            jdk(lookup, "java.util.concurrent.locks.ReentrantLock.lock", 322),
            "lock",
            "park",
            "lock",
            "java.util.concurrent.locks.ReentrantLock$NonfairSync",
            lookup);
    int busy = app(catalog, "shop.catalog.Cache.spin", "Cache.java", 90);
    yield = site(jdk(busy, "java.lang.Thread.yield", 440), "yield", "yield", "yield", "", busy);
    int image = app(catalog, "shop.catalog.NativeThumb.render", "NativeThumb.java", 15);
    pinned = site(image, "pinned", "pinned", "pinned", "", image);
    int outbox = app(-1, "shop.mail.Outbox.run", "Outbox.java", 25);
    take =
        site(
            jdk(outbox, "java.util.concurrent.LinkedBlockingQueue.take", 435),
            "queue take",
            "park",
            "signal",
            "java.util.concurrent.LinkedBlockingQueue",
            outbox);
    int sent = app(outbox, "shop.mail.Smtp.send", "Smtp.java", 58);
    mail =
        site(
            jdk(sent, "sun.nio.ch.NioSocketImpl.read", 294), "socket read", "park", "io", "", sent);
  }

  private int app(int parent, String method, String file, int line) {
    int frame = frame(method, file, line, 0);
    int node = names.stack(parent, frame);
    frameOfNode.put(node, frame);
    return node;
  }

  private int jdk(int parent, String method, int line) {
    String owner = method.substring(0, method.lastIndexOf('.'));
    String file = owner.substring(owner.lastIndexOf('.') + 1) + ".java";
    return names.stack(parent, frame(method, file, line, 2));
  }

  private int frame(String method, String file, int line, int origin) {
    int name = method.lastIndexOf('.');
    String type = method.substring(0, name);
    String label = type.substring(type.lastIndexOf('.') + 1) + method.substring(name);
    return names.frame(label, type, file, line, origin);
  }

  private int site(int stack, String kind, String top, String family, String awaitable, int point) {
    return names.site(
        stack, point, names.kind(kind, top, family), frameOfNode.get(point), awaitable);
  }
}
