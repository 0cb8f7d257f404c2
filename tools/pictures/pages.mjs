// Takes the guides' pictures of `spind serve`: a person's page and the year.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { chromium } from "playwright-core";

const [spind, folder, work] = process.argv.slice(2);
const program = spawn(
  spind,
  ["serve", folder, "--out", join(work, "ud"), "--forberedelse", "--quiet", "--no-open", "--today", "2027-01-15"],
  { env: { ...process.env, LANG: "da_DK.UTF-8" }, stdio: ["ignore", "pipe", "ignore"] },
);
process.on("exit", () => program.kill("SIGKILL"));
const address = await new Promise(found => {
  let said = "";
  program.stdout.on("data", text => {
    said += text;
    const match = said.match(/http:\S+/);
    if (match) found(match[0]);
  });
});

// Playwright's own headless browser has no viewer for PDF files.
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  headless: false,
  timeout: 120_000,
  args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
});
const tab = await browser.newPage({ viewport: { width: 1280, height: 760 }, locale: "da-DK" });
tab.setDefaultTimeout(120_000);
await tab.goto(address);
await tab.waitForSelector("#people");
const year = await tab.getByRole("link", { name: "Året og hæfterne" }).getAttribute("href");
await tab.getByRole("link", { name: "Jytte Overballe" }).first().click();
await tab.waitForSelector("iframe");
await tab.waitForTimeout(6000);
await tab.screenshot({ path: join(work, "serve.png") });
await tab.setViewportSize({ width: 1000, height: 900 });
await tab.goto(new URL(year, tab.url()).href);
await tab.waitForSelector("#schools");
await tab.evaluate(() => document.fonts.ready);
await tab.screenshot({ path: join(work, "serve-aaret.png") });
await browser.close();
process.exit(0);
