package dev.trama.analyzer.render.html;

import dev.trama.analyzer.model.Await;
import dev.trama.analyzer.model.AwaitCategory;
import dev.trama.analyzer.model.AwaitKind;
import dev.trama.analyzer.model.Awaitable;
import dev.trama.analyzer.model.FineKind;
import dev.trama.analyzer.model.Frame;
import dev.trama.analyzer.model.Frame.Origin;
import dev.trama.analyzer.model.Stack;
import dev.trama.analyzer.model.ThreadRef;
import dev.trama.analyzer.model.Waker;
import java.util.ArrayList;
import java.util.List;

/** Where the synthetic order service awaits: stacks as in a real service. */
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

  private final PageSites sites;

  ShopSites(PageNames names) {
    sites = new PageSites(names);
    spawnFrame = sites.frame(app("shop.Shop.main", 31));
    Frame socket = jdk("sun.nio.ch.NioSocketImpl.read", 294);
    Frame order = app("shop.web.OrderHandler.handle", 44);
    Frame placed = app("shop.order.Orders.place", 61);
    query = park(io("socket read"), "", order, placed, app("shop.db.Session.query", 52), socket);
    pool =
        park(
            new FineKind("semaphore", AwaitCategory.POOL),
            "java.util.concurrent.Semaphore",
            order,
            placed,
            app("shop.db.Pool.borrow", 27),
            jdk("java.util.concurrent.Semaphore.acquire", 318));
    price =
        park(
            new FineKind("future get", AwaitCategory.TASK),
            "java.util.concurrent.CompletableFuture",
            order,
            app("shop.order.Orders.price", 88),
            jdk("java.util.concurrent.CompletableFuture.get", 2071));
    stock =
        site(
            AwaitKind.MONITOR_ENTER,
            FineKind.unrefined(AwaitKind.MONITOR_ENTER, false),
            "shop.stock.Shelf",
            order,
            placed,
            app("shop.stock.Stock.reserve", 19));
    backoff =
        site(
            AwaitKind.SLEEP,
            FineKind.unrefined(AwaitKind.SLEEP, true),
            "",
            order,
            placed,
            app("shop.order.Retry.pause", 33),
            jdk("java.lang.Thread.sleep", 509));
    Frame catalog = app("shop.web.CatalogHandler.handle", 22);
    Frame page = app("shop.catalog.Catalog.page", 40);
    read = park(io("socket read"), "", catalog, page, app("shop.catalog.Catalog.page", 43), socket);
    cache =
        park(
            new FineKind("lock", AwaitCategory.LOCK),
            "java.util.concurrent.locks.ReentrantLock$NonfairSync",
            catalog,
            page,
            app("shop.catalog.Cache.get", 71),
            jdk("java.util.concurrent.locks.ReentrantLock.lock", 322));
    yield =
        site(
            AwaitKind.YIELD,
            FineKind.unrefined(AwaitKind.YIELD, false),
            "",
            catalog,
            app("shop.catalog.Cache.spin", 90),
            jdk("java.lang.Thread.yield", 440));
    pinned =
        site(
            AwaitKind.PINNED,
            FineKind.unrefined(AwaitKind.PINNED, false),
            "",
            catalog,
            app("shop.catalog.NativeThumb.render", 15));
    Frame outbox = app("shop.mail.Outbox.run", 25);
    take =
        park(
            new FineKind("queue take", AwaitCategory.SIGNAL),
            "java.util.concurrent.LinkedBlockingQueue",
            outbox,
            jdk("java.util.concurrent.LinkedBlockingQueue.take", 435));
    mail = park(io("socket read"), "", outbox, app("shop.mail.Smtp.send", 58), socket);
  }

  private static FineKind io(String name) {
    return new FineKind(name, AwaitCategory.IO);
  }

  private static Frame app(String method, int line) {
    return frame(method, line, Origin.APPLICATION);
  }

  private static Frame jdk(String method, int line) {
    return frame(method, line, Origin.JDK);
  }

  private static Frame frame(String method, int line, Origin origin) {
    String type = method.substring(0, method.lastIndexOf('.'));
    String file = type.substring(type.lastIndexOf('.') + 1) + ".java";
    return new Frame(type, method.substring(type.length() + 1), file, line, origin);
  }

  private int park(FineKind fine, String awaitable, Frame... entryFirst) {
    return site(AwaitKind.PARK, fine, awaitable, entryFirst);
  }

  private int site(AwaitKind kind, FineKind fine, String awaitable, Frame... entryFirst) {
    List<Frame> frames = new ArrayList<>(List.of(entryFirst)).reversed();
    return sites.site(
        new Await(
            kind,
            fine,
            0,
            0,
            0,
            0,
            new Awaitable(awaitable, 0),
            ThreadRef.UNKNOWN,
            ThreadRef.UNKNOWN,
            Waker.UNKNOWN,
            new Stack(frames, false),
            Await.Ending.WOKEN));
  }
}
