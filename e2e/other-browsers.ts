import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { once } from "node:events";
import { freePort } from "../scripts/project.mjs";

/** What the main journey does in a browser that Playwright cannot drive. Elements are named by CSS selectors. */
export interface Driven {
  open: (address: string) => Promise<void>;
  /** Type into an emptied field, or choose a file in a field for files. */
  type: (selector: string, text: string) => Promise<void>;
  click: (selector: string) => Promise<void>;
  /** What an expression of JavaScript gives in the page. */
  evaluate: <Value>(expression: string) => Promise<Value>;
  close: () => Promise<void>;
}

export interface OtherBrowser {
  name: string;
  /** What must be installed; undefined where all of it is. */
  missing: () => string | undefined;
  start: () => Promise<Driven>;
}

const FIREFOX = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];
const WEBKIT = ["/usr/bin/WebKitWebDriver", "/usr/bin/Xvfb"];

/** Firefox by WebDriver BiDi, which it speaks itself. */
const firefox: OtherBrowser = {
  name: "Firefox",
  missing: () => (FIREFOX.some(existsSync) ? undefined : "firefox-esr"),
  async start() {
    const { launch } = await import("puppeteer-core");
    const executablePath = FIREFOX.find(existsSync)!;
    const browser = await launch({ browser: "firefox", executablePath, headless: true });
    const page = await browser.newPage();
    return {
      open: async (address) => void (await page.goto(address, { waitUntil: "load" })),
      async type(selector, text) {
        const field = (await page.waitForSelector(selector))!;
        if ((await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).type`)) === "file") {
          return (field as Awaited<ReturnType<typeof page.$<"input">>>)!.uploadFile(text);
        }
        await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).select()`);
        await field.type(text);
      },
      async click(selector) {
        const element = (await page.waitForSelector(selector))!;
        await element.scrollIntoView();
        await element.click();
      },
      evaluate: async (expression) => (await page.evaluate(expression)) as never,
      close: () => browser.close(),
    };
  },
};

/** A screen for a browser that has no mode without one; its name, as in ":1", comes from Xvfb. */
async function startScreen(): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x900x24"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [line] = await once(screen.stdout!, "data");
  return { screen, display: `:${String(line).trim()}` };
}

/** WebKit by the driver of WebKitGTK. */
const webkit: OtherBrowser = {
  name: "WebKit",
  missing: () => {
    const missing = WEBKIT.filter((path) => !existsSync(path));
    return missing.length > 0 ? "webkit2gtk-driver and xvfb" : undefined;
  },
  async start() {
    const { Builder, By, until } = await import("selenium-webdriver");
    const { screen, display } = await startScreen();
    const port = await freePort();
    const env = { ...process.env, DISPLAY: display, GSK_RENDERER: "cairo", LIBGL_ALWAYS_SOFTWARE: "1" };
    const driver = spawn(WEBKIT[0]!, [`--port=${port}`, "--host=127.0.0.1"], { env, stdio: "ignore" });
    const stop = () => [driver, screen].forEach((each) => each.kill("SIGKILL"));
    try {
      await listening(port);
      const browser = await new Builder()
        .usingServer(`http://127.0.0.1:${port}`)
        .withCapabilities({ browserName: "MiniBrowser" })
        .build();
      const find = (selector: string) => browser.wait(until.elementLocated(By.css(selector)), 15_000);
      return {
        open: (address) => browser.get(address),
        async type(selector, text) {
          const field = await find(selector);
          if ((await field.getAttribute("type")) !== "file") await field.clear();
          await field.sendKeys(text);
        },
        async click(selector) {
          const element = await find(selector);
          await browser.executeScript("arguments[0].scrollIntoView({ block: 'center' })", element);
          await element.click();
        },
        evaluate: (expression) => browser.executeScript(`return ${expression}`),
        async close() {
          await browser.quit().catch(() => undefined);
          stop();
        },
      };
    } catch (error) {
      stop();
      throw error;
    }
  },
};

/** Waits until something answers on a port. */
async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const answers = await fetch(`http://127.0.0.1:${port}/status`).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing listens on port ${port}`);
}

export const otherBrowsers: OtherBrowser[] = [firefox, webkit];
