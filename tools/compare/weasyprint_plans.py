"""Typesets plans with WeasyPrint, one after the other in one process.

Usage: weasyprint_plans.py FONTS PLAN...

PLAN is a folder with what Typst would see of a plan: frame.json, data.json and charts/. The page says
the same in the same order; it is not made to look the same to the point.
"""

import json
import sys
from html import escape
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

STYLE = """
@font-face {{ font-family: Plex; src: url(file://{fonts}/IBMPlexSans-Regular.ttf); }}
@font-face {{ font-family: Plex; font-weight: 600; src: url(file://{fonts}/IBMPlexSans-SemiBold.ttf); }}
@page {{ size: A4; margin: 16mm 20mm 18mm; @bottom-right {{ content: counter(page) " / " counter(pages); font: 8.5pt Plex; }} }}
body {{ font: 10pt Plex; }}
h1 {{ font-size: 19pt; color: #00504a; }}
h2 {{ font-size: 12pt; color: #00504a; border-bottom: 0.9pt solid; }}
table {{ width: 100%; border-collapse: collapse; }}
td, th {{ border-bottom: 0.5pt solid #888; text-align: left; padding: 2pt; vertical-align: top; }}
.quiet {{ font-size: 8.5pt; color: #444; }}
"""


def text(value):
    return escape("–" if value in (None, "") else str(value))


def table(head, rows):
    cells = lambda tag, row: "".join(f"<{tag}>{cell}</{tag}>" for cell in row)
    body = "".join(f"<tr>{cells('td', row)}</tr>" for row in rows)
    return f"<table><thead><tr>{cells('th', map(text, head))}</tr></thead><tbody>{body}</tbody></table>"


def page(folder):
    frame, data = (json.loads((folder / name).read_text()) for name in ["frame.json", "data.json"])
    word = lambda name: text(frame["labels"].get(name, name))
    parts = [f"<p class=quiet>{text(data['state'])}</p><h1>{text(data['name'])}</h1>"]
    parts += [f"<p>{text(fact['label'])}: <b>{text(fact['value'])}</b></p>" for fact in data["facts"]]
    for box in data["summary"]:
        points = "".join(f"<li>{text(point)}</li>" for point in box["points"])
        parts.append(f"<h2>{text(box['heading'])}</h2><ul>{points}</ul>")
    parts.append(f"<h2>{word('radar')}</h2><img src='charts/0.svg' alt='{text(data['radar_alt'])}'>")
    parts.append("<p class=quiet>" + " · ".join(f"{step['number']} {text(step['name'])}" for step in data["scale"]))
    parts.append(f"<h2>{word('areas')}</h2>")
    rows = [
        [text(area["name"]) + f"<br><span class=quiet>{text(area['remark'])}</span>", text(area["current"]),
         text(area["wanted"]), text(area["gap"]), text(area["priority"])]
        for area in data["areas"]
    ]
    parts.append(table([word(name) for name in ["area", "current", "wanted", "gap", "priority"]], rows))
    parts.append("<ul>" + "".join(f"<li>{text(point)}</li>" for point in data["talk"]) + "</ul>")
    parts.append(f"<h2>{word('courses')}</h2>")
    for group in data["courses"]:
        rows = [
            [text(line["number"]), f"<b>{text(line['title'])}</b><br>{text(line['reason'])} {text(line['details'])}", text(line["kind"])]
            for line in group["lines"]
        ]
        parts.append(f"<p><b>{text(group['heading'])}</b></p>" + table([word("course-number"), word("course-title"), word("course-kind")], rows))
    parts.append(f"<p>{text('; '.join(data['mentors']))}</p><h2>{word('plan-agreed')}</h2>")
    keys = ["goal", "what", "responsible", "deadline", "stand_in", "status"]
    parts.append(table(keys, [[text(line[key]) for key in keys] for line in data["plan"]]))
    parts += [f"<p>{text(sentence)}</p>" for sentence in data["stand_ins"]]
    parts.append(f"<h2>{word('signatures')}</h2><img src='charts/1.svg' width=72>")
    parts += [f"<p>{text(who['role'])}: {text(who['name'])}</p><hr>" for who in data["signatures"]]
    parts.append(f"<p class=quiet>{text(data['code'])}</p><h2>{word('consents')}</h2>")
    parts.append(table(["", "", "", ""], [[text(c["sentence"]), text(c["answer"]), "", ""] for c in data["consents"]]))
    return f"<html lang=da><title>{text(data['name'])}</title><body>{''.join(parts)}</body></html>"


def main():
    fonts, *plans = sys.argv[1:]
    configuration = FontConfiguration()
    style = CSS(string=STYLE.format(fonts=fonts), font_config=configuration)
    for plan in map(Path, plans):
        html = HTML(string=page(plan), base_url=str(plan) + "/")
        html.write_pdf(
            plan / "weasyprint.pdf", stylesheets=[style], font_config=configuration, pdf_variant="pdf/ua-1"
        )


if __name__ == "__main__":
    main()
