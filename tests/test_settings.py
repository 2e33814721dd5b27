"""What a reader may write in the settings, and what is said of the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from geotui.errors import SettingsError
from geotui.settings import Settings, load


def refused(folder: Path, text: str, name: str = "settings.toml") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        load(folder)
    said = str(caught.value)
    assert said.startswith(str(folder / name))
    assert "Errno" not in said
    return said


def test_no_file_is_needed(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings()


def test_what_can_be_set_is_read(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('date_order = "dmy"\nlanguages = ["en", "fil", "fr"]\ncentre = true\n')
    (tmp_path / "sources.toml").write_text('"*/post/*" = "The Post"\n')
    assert load(tmp_path) == Settings("dmy", ("en", "fil", "fr"), True, {"*/post/*": "The Post"})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('languages = "fr"', 'write languages = ["fr"]'),
        ("languages = 3", 'write languages = ["en", "fr"]'),
        ("languages = [3]", 'write languages = ["en", "fr"]'),
        ('languages = ["en", "zz"]', 'no language has the code "zz"'),
        ('languages = ["../en"]', 'no language has the code "../en"'),
        ('languages = ["french"]', 'no language has the code "french"'),
        ('date_order = "ymd"', 'write "dmy", "mdy" or leave it out'),
        ('centre = "yes"', "centre is true or false"),
        ("center = true", "did you mean centre?"),
        ("languages = ", "cannot be read"),
    ],
)
def test_a_wrong_setting_is_refused_with_what_to_write(tmp_path: Path, text: str, said: str) -> None:
    assert said in refused(tmp_path, text)


@pytest.mark.parametrize("outlet", ['""', '"  "', "3"])
def test_an_outlet_without_a_name_is_refused(tmp_path: Path, outlet: str) -> None:
    assert "needs an outlet in quotes" in refused(tmp_path, f'"*/post/*" = {outlet}', "sources.toml")


def test_a_folder_in_place_of_the_file_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(SettingsError, match="is a folder where a file is looked for") as caught:
        load(tmp_path)
    assert "Errno" not in str(caught.value)


def test_checking_a_language_does_not_load_the_parser_of_dates(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('languages = ["fr"]')
    code = (
        "import sys; from pathlib import Path; from geotui.settings import load; load(Path(sys.argv[1])); "
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == 0
